package uz.chorsu.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.SignonId;

/// Who sits at which desk. Unverified until logins exist: it only serves that the record names
/// somebody.
public final class Signons {
  private static final Set<String> ROLES =
      Set.of("call-taker", "dispatcher", "crew", "traffic-operator", "supervisor", "administrator");
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final Changes changes;
  private final Map<SignonId, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<Actor> actor, Instant until) {}

  Signons(Changes changes) {
    this.changes = changes;
  }

  /// A person at a desk, in the shape of the API.
  ///
  /// @param unitId for a crew
  public record Signon(
      UUID id, String name, String desk, String role, @Nullable UUID unitId, Instant at) {}

  /// Somebody takes a desk. The same id again changes nothing.
  ///
  /// @throws Refused naming the field
  public Signon signOn(SignonId id, String name, String desk, String role, @Nullable UUID unitId) {
    String who = Texts.require("name", name, 120);
    String where = Texts.require("desk", desk, 60);
    if (!ROLES.contains(role)) {
      throw new Refused("role", "a role at the desk", role);
    }
    Signon signon =
        changes.change(
            new Actor(who, where),
            change -> {
              int added =
                  change
                      .handle()
                      .createUpdate(
                          """
                          INSERT INTO command.signon (id, name, desk, role, unit_id, at)
                          VALUES (:id, :name, :desk, :role, :unit, :now)
                          ON CONFLICT (id) DO NOTHING
                          """)
                      .bind("id", id.value())
                      .bind("name", who)
                      .bind("desk", where)
                      .bind("role", role)
                      .bind("unit", unitId)
                      .bind("now", change.now())
                      .execute();
              if (added > 0) {
                change.record(
                    Entry.of("signed-on", "Signed on at " + where)
                        .with("desk", where)
                        .with("role", role));
              }
              return find(change.handle(), id).orElseThrow();
            });
    known.remove(id);
    return signon;
  }

  /// Somebody leaves a desk; nothing happens when they have left already.
  ///
  /// @throws NotFound if there is no such sign-on
  public void signOff(SignonId id) {
    Signon signon =
        changes.read(handle -> find(handle, id)).orElseThrow(() -> new NotFound("sign-on", id));
    changes.perform(
        new Actor(signon.name(), signon.desk()),
        change -> {
          int left =
              change
                  .handle()
                  .createUpdate(
                      "UPDATE command.signon SET left_at = :now WHERE id = :id AND left_at IS NULL")
                  .bind("now", change.now())
                  .bind("id", id.value())
                  .execute();
          if (left > 0) {
            change.record(
                Entry.of("signed-off", "Signed off at " + signon.desk())
                    .with("desk", signon.desk()));
          }
        });
    known.remove(id);
  }

  /// Who that is; empty for a sign-on that is not there or has ended.
  public Optional<Actor> findActor(SignonId id) {
    Instant now = changes.now();
    Known remembered = known.get(id);
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.actor();
    }
    Optional<Actor> actor =
        changes.readUrgent(handle ->
            handle
                .createQuery(
                    "SELECT name, desk FROM command.signon WHERE id = :id AND left_at IS NULL")
                .bind("id", id.value())
                .map((rs, context) -> new Actor(rs.getString("name"), rs.getString("desk")))
                .findOne());
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(id, new Known(actor, now.plus(REMEMBERED)));
    return actor;
  }

  private static Optional<Signon> find(Handle handle, SignonId id) {
    return handle
        .createQuery("SELECT * FROM command.signon WHERE id = :id")
        .bind("id", id.value())
        .map((rs, context) ->
            new Signon(
                Rows.uuid(rs, "id"),
                rs.getString("name"),
                rs.getString("desk"),
                rs.getString("role"),
                rs.getObject("unit_id", UUID.class),
                Rows.instant(rs, "at")))
        .findOne();
  }
}
