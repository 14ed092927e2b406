package uz.chorsu.command.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.Closure;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Route;

/// Roads closed by operators. The database keeps them; the road network of each process follows
/// within a second, and at once in the process where the operator is.
public final class Closures {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Names are looked for on so many pieces of a closure at most.
  private static final int NAMED_PIECES = 40;

  private final Changes changes;
  private final Supplier<Optional<Roads>> roads;
  private Map<UUID, Closure> applied = Map.of();
  private @Nullable Roads appliedTo;

  /// Applies what is closed and begins to follow.
  public Closures(Pulse pulse, Changes changes, Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.roads = roads;
    apply();
    pulse.follow("closures", LONGEST, PAUSE, this::keep);
  }

  /// What is closed now, newest first.
  public List<ClosedRoad> list() {
    return changes.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM command.closure WHERE ended_at IS NULL ORDER BY since DESC, id")
            .map((rs, context) -> closedRoad(rs))
            .list());
  }

  /// Closes roads; travel times count it before this returns. Closing again with the same id
  /// changes nothing.
  ///
  /// @throws Refused naming `until` if it is over, or `radiusMetres` if no road comes within it
  public ClosedRoad close(Actor actor, UUID id, ClosedRoad.New asked) {
    Instant until = asked.until();
    if (until != null && !until.isAfter(changes.now())) {
      throw new Refused("until", "in the future", until.toString());
    }
    Set<String> names = names(id, asked);
    ClosedRoad closed =
        changes.change(
            actor,
            change -> {
              int inserted = insert(change.handle(), id, asked, names, change.now(), actor);
              if (inserted > 0) {
                change.record(
                    Entry.of(
                            "road-closed",
                            "Closed: " + labelled(names) + " (" + asked.reason() + ")")
                        .with("closureId", id.toString())
                        .with("roads", List.copyOf(names))
                        .with("reason", asked.reason()));
              }
              return get(change.handle(), id);
            });
    apply();
    return closed;
  }

  /// Opens the roads again. Opening what is open already changes nothing.
  ///
  /// @throws NotFound if there never was such a closure
  public void open(Actor actor, UUID id) {
    changes.perform(
        actor,
        change -> {
          ClosedRoad closed = get(change.handle(), id);
          end(change.handle(), id, change.now())
              .ifPresent(ended -> change.record(opened(closed, "Open again: ")));
        });
    apply();
  }

  private void keep() {
    Instant now = changes.now();
    List<UUID> over =
        changes.read(handle ->
            handle
                .createQuery(
                    "SELECT id FROM command.closure WHERE ended_at IS NULL AND until <= :now")
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    for (UUID id : over) {
      changes.perform(
          Actor.CHORSU,
          change -> {
            ClosedRoad closed = get(change.handle(), id);
            end(change.handle(), id, change.now())
                .ifPresent(ended -> change.record(opened(closed, "Time is over, open again: ")));
          });
    }
    apply();
  }

  /// Makes the road network fit the database, also after another city came into use.
  private synchronized void apply() {
    Roads city = roads.get().orElse(null);
    if (city == null) {
      appliedTo = null;
      return;
    }
    Map<UUID, Closure> wanted = wanted();
    Roads before = appliedTo;
    if (before == null || !before.equals(city)) {
      city.setClosures(wanted.values());
    } else if (!wanted.equals(applied)) {
      Set<UUID> gone = new HashSet<>(applied.keySet());
      gone.removeAll(wanted.keySet());
      gone.forEach(id -> city.openRoad(id.toString()));
      wanted.forEach((id, closure) -> {
        if (!closure.equals(applied.get(id))) {
          city.closeRoad(closure);
        }
      });
    }
    applied = wanted;
    appliedTo = city;
  }

  private Map<UUID, Closure> wanted() {
    Map<UUID, Closure> wanted = new HashMap<>();
    changes.read(handle ->
        handle
            .createQuery(
                "SELECT id, lat, lon, radius_metres FROM command.closure WHERE ended_at IS NULL")
            .map((rs, context) -> {
              UUID id = Rows.uuid(rs, "id");
              GeoPoint point = new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon"));
              return wanted.put(id, closure(id, point, rs.getDouble("radius_metres")));
            })
            .list());
    return wanted;
  }

  /// The streets that a closure would close, while they can still be driven.
  private Set<String> names(UUID id, ClosedRoad.New asked) {
    Set<String> names = new TreeSet<>();
    Roads city = roads.get().orElse(null);
    if (city == null) {
      return names;
    }
    List<List<GeoPoint>> pieces =
        city.closedSegments(closure(id, asked.point(), asked.radiusMetres()));
    if (pieces.isEmpty()) {
      throw new Refused("radiusMetres", "large enough to reach a road", "" + asked.radiusMetres());
    }
    for (List<GeoPoint> piece : pieces.subList(0, Math.min(pieces.size(), NAMED_PIECES))) {
      GeoPoint first = piece.getFirst();
      GeoPoint last = piece.getLast();
      Route there = city.route(first, last);
      Route back = city.route(last, first);
      Route direct = there.metres() <= back.metres() ? there : back;
      // A one-way is driven along its piece only one way round; the other way is a detour.
      for (Route.Step step : direct.steps()) {
        if (!step.street().isEmpty()) {
          names.add(step.street());
        }
      }
    }
    return names;
  }

  private static int insert(
      Handle handle, UUID id, ClosedRoad.New asked, Set<String> names, Instant now, Actor actor) {
    return handle
        .createUpdate(
            """
            INSERT INTO command.closure (id, lat, lon, radius_metres, reason, roads, since, until, by_name)
            VALUES (:id, :lat, :lon, :radius, :reason, :roads, :now, :until, :by)
            ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", id)
        .bind("lat", asked.point().lat())
        .bind("lon", asked.point().lon())
        .bind("radius", asked.radiusMetres())
        .bind("reason", asked.reason())
        .bind("roads", names.toArray(String[]::new))
        .bind("now", now)
        .bind("until", asked.until())
        .bind("by", actor.label())
        .execute();
  }

  private ClosedRoad get(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM command.closure WHERE id = :id")
        .bind("id", id)
        .map((rs, context) -> closedRoad(rs))
        .findOne()
        .orElseThrow(() -> new NotFound("closure", id));
  }

  private static Optional<UUID> end(Handle handle, UUID id, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE command.closure SET ended_at = :now WHERE id = :id AND ended_at IS NULL
            RETURNING id
            """)
        .bind("now", now)
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  private static Entry opened(ClosedRoad closed, String what) {
    return Entry.of("road-opened", what + labelled(new TreeSet<>(closed.roads())))
        .with("closureId", closed.id().toString())
        .with("roads", closed.roads());
  }

  private static String labelled(Set<String> names) {
    return names.isEmpty() ? "a road without a name" : String.join(", ", names);
  }

  private ClosedRoad closedRoad(ResultSet rs) throws SQLException {
    UUID id = Rows.uuid(rs, "id");
    GeoPoint point = new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon"));
    double radius = rs.getDouble("radius_metres");
    return new ClosedRoad(
        id,
        point.lat(),
        point.lon(),
        radius,
        rs.getString("reason"),
        Rows.findInstant(rs, "until"),
        Rows.instant(rs, "since"),
        rs.getString("by_name"),
        Rows.texts(rs, "roads"),
        lines(closure(id, point, radius)));
  }

  private List<List<List<Double>>> lines(Closure closure) {
    return roads
        .get()
        .map(city ->
            city.closedSegments(closure).stream()
                .map(line -> line.stream().map(point -> List.of(point.lon(), point.lat())).toList())
                .toList())
        .orElse(List.of());
  }

  private static Closure closure(UUID id, GeoPoint point, double radiusMetres) {
    return new Closure(
        id.toString(), new Closure.Circle(point, radiusMetres), Closure.Direction.BOTH);
  }
}
