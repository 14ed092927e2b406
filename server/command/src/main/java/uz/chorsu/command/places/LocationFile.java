package uz.chorsu.command.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.Roads;

/// Hazards, access codes, hydrants, contacts and notes about places, and the incidents that were
/// there before. What people write is sealed, because a code or a telephone number may be in it.
public final class LocationFile {
  private static final Duration LONGEST_LIFE = Duration.ofDays(5 * 366);
  private static final Duration DEFAULT_LIFE = Duration.ofDays(365);
  private static final Duration KEPT_AFTER_END = Duration.ofDays(30);
  private static final Duration EARLIER = Duration.ofDays(365);
  private static final Duration SWEEP = Duration.ofHours(1);
  private static final double METRES_PER_DEGREE = 111_195;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Changes changes;
  private final CityPlan plan;
  private final Sealer sealer;
  private final Supplier<Optional<Roads>> roads;
  private volatile Instant swept = Instant.EPOCH;

  /// Begins to forget what is over.
  public LocationFile(
      Pulse pulse, Changes changes, CityPlan plan, Sealer sealer, Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.plan = plan;
    this.sealer = sealer;
    this.roads = roads;
    pulse.follow("the location file", Duration.ofMinutes(10), Duration.ofSeconds(60), this::sweep);
  }

  /// What is known about a place, nearest first.
  ///
  /// @param radiusMetres 1 to 2000
  public List<LocationEntry> near(GeoPoint place, double radiusMetres, int limit) {
    return changes.read(handle -> near(handle, place, radiusMetres, limit, null));
  }

  /// As [#near(GeoPoint, double, int)], inside a transaction.
  ///
  /// @param except an incident that is not earlier than itself
  public List<LocationEntry> near(
      Handle handle, GeoPoint place, double radiusMetres, int limit, @Nullable IncidentId except) {
    if (!(radiusMetres >= 1 && radiusMetres <= 2000)) {
      throw new Refused("radiusMetres", "a number from 1 to 2000", "" + radiusMetres);
    }
    List<LocationEntry> found = new ArrayList<>(written(handle, place, radiusMetres));
    found.addAll(hydrants(place, radiusMetres));
    found.addAll(earlier(handle, place, radiusMetres, except));
    return found.stream()
        .filter(entry -> entry.distanceMetres() <= radiusMetres)
        .sorted(
            Comparator.comparingDouble(LocationEntry::distanceMetres)
                .thenComparing(LocationEntry::kind))
        .limit(limit)
        .toList();
  }

  /// Keeps an entry. Keeping it again with the same id changes nothing.
  ///
  /// @throws Refused naming `expiresAt` if it is not in the next five years
  public LocationEntry add(Actor actor, UUID id, LocationEntry.New asked) {
    Instant now = changes.now();
    Instant expires = asked.expiresAt() == null ? now.plus(DEFAULT_LIFE) : asked.expiresAt();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE))) {
      throw new Refused("expiresAt", "within the next five years", expires.toString());
    }
    return changes.change(
        actor,
        change -> {
          if (insert(change, id, asked, expires) > 0) {
            change.record(
                Entry.of(
                        "location-entry-added",
                        "A " + asked.kind().word() + " was noted for a place")
                    .with("entryId", id.toString())
                    .with("kind", asked.kind().word()));
          }
          return get(change.handle(), id);
        });
  }

  /// Ends an entry now; it is not shown any more.
  ///
  /// @throws NotFound if there is none
  public void end(Actor actor, UUID id) {
    changes.perform(
        actor,
        change -> {
          LocationEntry entry = get(change.handle(), id);
          int ended =
              change
                  .handle()
                  .createUpdate(
                      """
                      UPDATE command.location_entry
                         SET expires_at = greatest(:now, at + interval '1 microsecond')
                       WHERE id = :id AND expires_at > :now
                      """)
                  .bind("now", change.now())
                  .bind("id", id)
                  .execute();
          if (ended > 0) {
            change.record(
                Entry.of(
                        "location-entry-ended",
                        "A " + entry.kind().word() + " about a place was ended")
                    .with("entryId", id.toString())
                    .with("kind", entry.kind().word()));
          }
        });
  }

  private int insert(Change change, UUID id, LocationEntry.New asked, Instant expires) {
    return change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.location_entry (id, kind, lat, lon, text_sealed, author, at, expires_at)
            VALUES (:id, :kind, :lat, :lon, :text, :author, :now, :expires) ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", id)
        .bind("kind", asked.kind().word())
        .bind("lat", asked.point().lat())
        .bind("lon", asked.point().lon())
        .bind("text", sealer.seal(subject(id), asked.text()))
        .bind("author", change.actor().label())
        .bind("now", change.now())
        .bind("expires", expires)
        .execute();
  }

  private LocationEntry get(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM command.location_entry WHERE id = :id")
        .bind("id", id)
        .map((rs, context) -> entry(rs, null))
        .findOne()
        .orElseThrow(() -> new NotFound("location entry", id));
  }

  private List<LocationEntry> written(Handle handle, GeoPoint place, double radiusMetres) {
    return within(
            handle.createQuery(
                """
                SELECT * FROM command.location_entry
                 WHERE point(lon, lat) <@ box(point(:west, :south), point(:east, :north))
                   AND expires_at > :now
                """),
            place,
            radiusMetres)
        .bind("now", changes.now())
        .map((rs, context) -> entry(rs, place))
        .list();
  }

  private LocationEntry entry(ResultSet rs, @Nullable GeoPoint from) throws SQLException {
    UUID id = Rows.uuid(rs, "id");
    GeoPoint at = new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon"));
    return new LocationEntry(
        id,
        LocationEntry.Kind.of(rs.getString("kind")),
        at.lat(),
        at.lon(),
        sealer.open(subject(id), rs.getBytes("text_sealed")).shown(),
        from == null ? 0 : rounded(from.metresTo(at)),
        rs.getString("author"),
        Rows.instant(rs, "at"),
        Rows.instant(rs, "expires_at"),
        null);
  }

  private List<LocationEntry> hydrants(GeoPoint place, double radiusMetres) {
    return roads.get().map(Roads::hydrants).orElse(List.of()).stream()
        .filter(at -> Math.abs(at.lat() - place.lat()) * METRES_PER_DEGREE <= radiusMetres)
        .map(at ->
            new LocationEntry(
                null,
                LocationEntry.Kind.HYDRANT,
                at.lat(),
                at.lon(),
                "Hydrant on the map",
                rounded(place.metresTo(at)),
                null,
                null,
                null,
                null))
        .toList();
  }

  /// Incidents of the last year, the newest 20.
  private List<LocationEntry> earlier(
      Handle handle, GeoPoint place, double radiusMetres, @Nullable IncidentId except) {
    return within(
            handle.createQuery(
                """
                SELECT * FROM command.incident
                 WHERE lat IS NOT NULL
                   AND point(lon, lat) <@ box(point(:west, :south), point(:east, :north))
                   AND received_at > :since AND duplicate_of IS NULL
                   AND id IS DISTINCT FROM CAST(:except AS uuid)
                 ORDER BY received_at DESC LIMIT 20
                """),
            place,
            radiusMetres)
        .bind("since", changes.now().minus(EARLIER))
        .bind("except", except == null ? null : except.value())
        .map((rs, context) -> earlier(rs, place))
        .list();
  }

  private LocationEntry earlier(ResultSet rs, GeoPoint place) throws SQLException {
    GeoPoint at = new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon"));
    Instant received = Rows.instant(rs, "received_at");
    String outcome = rs.getString("outcome");
    String text =
        "%s, %s, %s, %s"
            .formatted(
                typeName(rs.getString("type_code"), rs.getString("subtype_code")),
                rs.getString("number"),
                DAY.format(received.atZone(zone())),
                outcome == null ? "still open" : outcome);
    return new LocationEntry(
        null,
        LocationEntry.Kind.EARLIER_INCIDENT,
        at.lat(),
        at.lon(),
        text,
        rounded(place.metresTo(at)),
        null,
        received,
        null,
        Rows.uuid(rs, "id"));
  }

  private String typeName(String code, @Nullable String subtype) {
    IncidentType type = plan.findType(code).orElse(null);
    if (type == null) {
      return code;
    }
    return type.subtypes().stream()
        .filter(one -> one.code().equals(subtype))
        .map(one -> one.name().en())
        .findFirst()
        .orElse(type.name().en());
  }

  private ZoneId zone() {
    return plan.timeZone();
  }

  private void sweep() {
    Instant now = changes.now();
    if (now.isBefore(swept.plus(SWEEP))) {
      return;
    }
    changes.read(handle ->
        handle
            .createUpdate("DELETE FROM command.location_entry WHERE expires_at < :before")
            .bind("before", now.minus(KEPT_AFTER_END))
            .execute());
    swept = now;
  }

  /// Binds a box around a place; at the poles and the 180th meridian it is cut off.
  private static Query within(Query query, GeoPoint place, double radiusMetres) {
    double north = radiusMetres / METRES_PER_DEGREE;
    double east = north / Math.max(0.01, Math.cos(Math.toRadians(place.lat())));
    return query
        .bind("west", Math.max(-180, place.lon() - east))
        .bind("south", Math.max(-90, place.lat() - north))
        .bind("east", Math.min(180, place.lon() + east))
        .bind("north", Math.min(90, place.lat() + north));
  }

  private static double rounded(double metres) {
    return Math.round(metres * 10) / 10.0;
  }

  private static Subject subject(UUID id) {
    return new Subject("location_entry", id, "text");
  }
}
