package uz.chorsu.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;

/// Desks handed over at the change of shift, with the incidents that were open then.
public final class Handovers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<OpenIncident>> OPEN = new TypeReference<>() {};

  private final Changes changes;
  private final Sealer sealer;

  Handovers(Changes changes, Sealer sealer) {
    this.changes = changes;
    this.sealer = sealer;
  }

  /// One handover, in the shape of the API.
  public record Handover(
      UUID id,
      Instant at,
      String desk,
      String byName,
      @Nullable String toName,
      String note,
      List<OpenIncident> openIncidents) {}

  /// An incident that was open then. Its address is not copied, so that there is only one to
  /// delete.
  public record OpenIncident(
      UUID incidentId, String number, String typeCode, int priority, String state) {}

  /// Where a page ended.
  public record Before(Instant at, UUID id) {}

  /// Hands a desk over. The same id again changes nothing.
  ///
  /// @param note kept sealed
  public Handover handOver(
      Actor actor, UUID id, String desk, @Nullable String toName, String note) {
    String where = Texts.require("desk", desk, 60);
    String to = Texts.check("toName", toName, 120);
    String words = Texts.require("note", note, 4000);
    return changes.change(
        actor,
        change -> {
          Handle handle = change.handle();
          Optional<Handover> already = find(handle, id);
          if (already.isPresent()) {
            return already.get();
          }
          handle
              .createUpdate(
                  """
                  INSERT INTO command.handover
                    (id, at, desk, by_name, to_name, note_sealed, open_incidents)
                  VALUES (:id, :now, :desk, :by, :to, :note, CAST(:open AS jsonb))
                  """)
              .bind("id", id)
              .bind("now", change.now())
              .bind("desk", where)
              .bind("by", actor.label())
              .bind("to", to)
              .bind("note", sealer.seal(subject(id), words))
              .bind("open", json(openNow(handle)))
              .execute();
          change.record(Entry.of("handed-over", where + " was handed over").with("desk", where));
          return find(handle, id).orElseThrow();
        });
  }

  /// One page, newest first.
  ///
  /// @param before the last one of the page before; null for the first page
  public Page<Handover> list(@Nullable Before before, int limit) {
    return changes.read(handle ->
        Page.cut(
            handle
                .createQuery(
                    """
                    SELECT * FROM command.handover
                     WHERE CAST(:id AS uuid) IS NULL
                        OR (at, id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))
                     ORDER BY at DESC, id DESC LIMIT :limit
                    """)
                .bind("id", before == null ? null : before.id())
                .bind("at", before == null ? null : before.at())
                .bind("limit", limit + 1)
                .map((rs, context) -> handover(rs))
                .list(),
            limit));
  }

  private static List<OpenIncident> openNow(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT * FROM command.incident WHERE state <> 'closed'
             ORDER BY priority, clock_from, id LIMIT 1000
            """)
        .map((rs, context) ->
            new OpenIncident(
                Rows.uuid(rs, "id"),
                rs.getString("number"),
                rs.getString("type_code"),
                rs.getInt("priority"),
                rs.getString("state")))
        .list();
  }

  private Optional<Handover> find(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM command.handover WHERE id = :id")
        .bind("id", id)
        .map((rs, context) -> handover(rs))
        .findOne();
  }

  private Handover handover(ResultSet rs) throws SQLException {
    UUID id = Rows.uuid(rs, "id");
    return new Handover(
        id,
        Rows.instant(rs, "at"),
        rs.getString("desk"),
        rs.getString("by_name"),
        rs.getString("to_name"),
        sealer.open(subject(id), rs.getBytes("note_sealed")).shown(),
        open(rs.getString("open_incidents")));
  }

  private static Subject subject(UUID id) {
    return new Subject("handover", id, "note");
  }

  private static String json(List<OpenIncident> incidents) {
    try {
      return JSON.writeValueAsString(incidents);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<OpenIncident> open(String json) {
    try {
      return JSON.readValue(json, OPEN);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
