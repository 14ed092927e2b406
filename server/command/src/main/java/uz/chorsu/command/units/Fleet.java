package uz.chorsu.command.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.plans.Limits;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// Reads units.
public final class Fleet {
  private static final String COLUMNS = "SELECT u.* FROM command.unit_now u ";

  private final Changes changes;
  private final Positions positions;
  private final Duration stale;

  public Fleet(Changes changes, Positions positions, Limits limits) {
    this.changes = changes;
    this.positions = positions;
    this.stale = Duration.ofSeconds(limits.staleGpsSeconds());
  }

  /// @throws NotFound if the fleet has none with this id
  public Unit get(UnitId id) {
    return changes.read(handle -> get(handle, id));
  }

  /// Those of the ids that are in the fleet, by call sign.
  public List<Unit> list(Collection<UnitId> ids) {
    return ids.isEmpty() ? List.of() : changes.read(handle -> list(handle, ids));
  }

  /// All units, by call sign.
  public List<Unit> listAll() {
    return changes.read(handle ->
        handle
            .createQuery(COLUMNS + "ORDER BY upper(u.call_sign) COLLATE \"C\"")
            .map((rs, context) -> unit(rs))
            .list());
  }

  /// One page, by call sign.
  public Page<Unit> list(UnitFilter filter, int limit) {
    String prefix = filter.prefix();
    String after = filter.afterCallSign();
    return changes.read(handle ->
        Page.cut(
            handle
                .createQuery(
                    COLUMNS
                        + """
                        WHERE (CAST(:agency AS text) IS NULL OR u.agency = :agency)
                          AND (CAST(:kind AS text) IS NULL OR u.kind = :kind)
                          AND (CAST(:status AS text) IS NULL OR u.status = :status)
                          AND (CAST(:prefix AS text) IS NULL OR starts_with(upper(u.call_sign), :prefix))
                          AND (CAST(:after AS text) IS NULL
                            OR upper(u.call_sign) COLLATE "C" > :after)
                        ORDER BY upper(u.call_sign) COLLATE "C" LIMIT :limit
                        """)
                .bind("agency", filter.agency())
                .bind("kind", filter.kind())
                .bind("status", filter.status() == null ? null : filter.status().word())
                .bind("prefix", prefix == null ? null : prefix.toUpperCase(Locale.ROOT))
                .bind("after", after == null ? null : after.toUpperCase(Locale.ROOT))
                .bind("limit", limit + 1)
                .map((rs, context) -> unit(rs))
                .list(),
            limit));
  }

  /// As [#get(UnitId)], inside a transaction.
  public Unit get(Handle handle, UnitId id) {
    return find(handle, id).orElseThrow(() -> new NotFound("unit", id));
  }

  Optional<Unit> find(Handle handle, UnitId id) {
    return list(handle, List.of(id)).stream().findFirst();
  }

  /// As [#list(Collection)], inside a transaction.
  public List<Unit> list(Handle handle, Collection<UnitId> ids) {
    return handle
        .createQuery(COLUMNS + "WHERE u.id = ANY(:ids) ORDER BY upper(u.call_sign) COLLATE \"C\"")
        .bind("ids", Rows.ids(ids, UnitId::value))
        .map((rs, context) -> unit(rs))
        .list();
  }

  private Unit unit(ResultSet rs) throws SQLException {
    UUID id = Rows.uuid(rs, "id");
    Instant emergency = Rows.findInstant(rs, "emergency_since");
    GeoPoint station = Rows.findPoint(rs, "station_lat", "station_lon");
    GeoPoint home = station == null ? Rows.findPoint(rs, "home_lat", "home_lon") : station;
    Unit.Places places =
        new Unit.Places(
            Rows.findPoint(rs, "status_lat", "status_lon"),
            Rows.findInstant(rs, "status_place_at"),
            home,
            Rows.findInteger(rs, "incident_priority"));
    return new Unit(
        id,
        rs.getString("call_sign"),
        rs.getString("agency"),
        rs.getString("kind"),
        Rows.texts(rs, "skills"),
        Rows.findId(rs, "station_id", value -> value),
        rs.getString("station_name"),
        rs.getString("crew_name"),
        UnitStatus.of(rs.getString("status")),
        Rows.instant(rs, "status_since"),
        rs.getString("status_reason"),
        position(new UnitId(id), places),
        current(rs),
        rs.getBoolean("bound_by_crew"),
        emergency == null ? null : new Unit.Emergency(emergency),
        rs.getInt("version"),
        places);
  }

  private static Unit.@Nullable Current current(ResultSet rs) throws SQLException {
    UUID assignment = rs.getObject("assignment_id", UUID.class);
    return assignment == null
        ? null
        : new Unit.Current(
            assignment,
            Rows.uuid(rs, "incident_id"),
            rs.getString("incident_number"),
            rs.getString("step"),
            Rows.instant(rs, "step_since"));
  }

  /// The newest of GPS and the last status place; a home only when there is neither.
  private Unit.@Nullable Position position(UnitId id, Unit.Places places) {
    Held gps = positions.find(id).orElse(null);
    Instant statusAt = places.lastStatusAt();
    boolean fresh = gps != null && !gps.at().isBefore(changes.now().minus(stale));
    if (gps != null && fresh && (statusAt == null || !statusAt.isAfter(gps.at()))) {
      return new Unit.Position(
          gps.point().lat(), gps.point().lon(), gps.at(), "gps", gps.headingDeg(), gps.speedKmh());
    }
    GeoPoint status = places.lastStatus();
    if (status != null) {
      return new Unit.Position(status.lat(), status.lon(), statusAt, "last-status", null, null);
    }
    GeoPoint home = places.home();
    return home == null
        ? null
        : new Unit.Position(home.lat(), home.lon(), null, "home", null, null);
  }
}
