package uz.chorsu.command.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// Adds or changes many units from CSV. Every row is taken or refused by name; what is right in a
/// file does not wait for what is wrong in it.
public final class UnitImport {
  private final Changes changes;
  private final Units units;
  private final Positions positions;

  public UnitImport(Changes changes, Units units, Positions positions) {
    this.changes = changes;
    this.units = units;
    this.positions = positions;
  }

  /// What happened, in the shape of the API.
  public record Outcome(int added, int changed, List<RefusedRow> refused) {}

  /// A row that was not taken.
  ///
  /// @param row line in the file, the header is 1
  public record RefusedRow(int row, String field, String rule, @Nullable String value) {}

  /// A unit in the fleet, by call sign.
  private record Present(UUID id, String agency, boolean busy, @Nullable String crew) {}

  /// Reads columns `callSign, agency, kind, skills, station, lat, lon, crew` in any order; skills
  /// are separated by spaces, a station is named as in the list of stations. Other columns are
  /// refused.
  ///
  /// @throws Refused if the header lacks a column or the text is no CSV
  public Outcome take(Actor actor, String csv) {
    FleetCsv file = FleetCsv.read(csv);
    List<UnitId> added = new ArrayList<>();
    Outcome outcome =
        changes.change(
            actor,
            change -> {
              added.clear();
              return take(change, file, added);
            });
    added.forEach(positions::added);
    return outcome;
  }

  private Outcome take(Change change, FleetCsv file, List<UnitId> added) {
    Map<String, UUID> stations = new HashMap<>();
    for (Station station : Stations.list(change.handle())) {
      stations.putIfAbsent(station.name().en().toLowerCase(Locale.ROOT), station.id());
    }
    Map<String, Present> present = lockPresent(change.handle(), file);
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<RefusedRow> refused = new ArrayList<>(file.refused());
    int changed = 0;
    for (FleetCsv.Row row : file.rows()) {
      try {
        NewUnit unit = units.checked(unit(row, stations));
        String key = unit.callSign().toUpperCase(Locale.ROOT);
        Integer before = seen.putIfAbsent(key, row.line());
        if (before != null) {
          throw new Refused("callSign", "not also in row " + before, unit.callSign());
        }
        Present now = present.get(key);
        if (now == null) {
          UnitId id = new UnitId(change.newId());
          Units.insert(change, id, unit);
          added.add(id);
        } else {
          update(change, now, unit);
          changed++;
        }
      } catch (Refused e) {
        refused.add(new RefusedRow(row.line(), e.field(), e.rule(), e.value()));
      }
    }
    if (!added.isEmpty() || changed > 0) {
      change.record(
          Entry.of("units-imported", added.size() + " units added, " + changed + " changed")
              .with("added", added.size())
              .with("changed", changed));
    }
    return new Outcome(added.size(), changed, List.copyOf(refused));
  }

  private static NewUnit unit(FleetCsv.Row row, Map<String, UUID> stations) {
    String station = row.find("station").orElse(null);
    UUID stationId = null;
    if (station != null) {
      stationId = stations.get(station.toLowerCase(Locale.ROOT));
      if (stationId == null) {
        throw new Refused("station", "the English name of a station", station);
      }
    }
    return new NewUnit(
        row.get("callSign"),
        row.get("agency"),
        row.get("kind"),
        row.find("skills").map(text -> List.of(text.split(" +"))).orElse(List.of()),
        stationId,
        row.find("crew").orElse(null),
        home(row),
        UnitStatus.AVAILABLE_IN_QUARTERS);
  }

  private static @Nullable GeoPoint home(FleetCsv.Row row) {
    Optional<Double> lat = row.findNumber("lat");
    Optional<Double> lon = row.findNumber("lon");
    if (lat.isPresent() != lon.isPresent()) {
      throw new Refused(lat.isPresent() ? "lon" : "lat", "there, because the other one is", null);
    }
    return lat.isPresent() && lon.isPresent() ? new GeoPoint(lat.get(), lon.get()) : null;
  }

  /// The units that the file names and that are in the fleet, locked in the order of ids.
  private static Map<String, Present> lockPresent(Handle handle, FleetCsv file) {
    String[] callSigns =
        file.rows().stream()
            .map(row -> row.find("callSign").orElse("").toUpperCase(Locale.ROOT))
            .toArray(String[]::new);
    handle
        .createQuery(
            """
            SELECT id FROM command.unit
             WHERE upper(call_sign) = ANY(:callSigns) AND retired_at IS NULL
             ORDER BY id FOR NO KEY UPDATE
            """)
        .bind("callSigns", callSigns)
        .mapTo(UUID.class)
        .list();
    Map<String, Present> present = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT upper(call_sign) AS key, id, agency, crew_name, assignment_id IS NOT NULL AS busy
              FROM command.unit_now WHERE upper(call_sign) = ANY(:callSigns)
            """)
        .bind("callSigns", callSigns)
        .map((rs, context) ->
            Map.entry(
                rs.getString("key"),
                new Present(
                    Rows.uuid(rs, "id"),
                    rs.getString("agency"),
                    rs.getBoolean("busy"),
                    rs.getString("crew_name"))))
        .forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    return present;
  }

  private static void update(Change change, Present now, NewUnit unit) {
    if (!now.agency().equals(unit.agency())) {
      throw new Refused("agency", "as it is; a unit does not change its agency", unit.agency());
    }
    boolean sameCrew =
        unit.crewName() == null
            ? now.crew() == null
            : unit.crewName().equalsIgnoreCase(now.crew() == null ? "" : now.crew());
    if (now.busy() && !sameCrew) {
      throw new Refused("crew", "as it is while the unit is on an assignment", unit.crewName());
    }
    GeoPoint home = unit.home();
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.unit SET call_sign = :callSign, kind = :kind, skills = :skills,
              station_id = :station, crew_id = :crew, home_lat = :lat, home_lon = :lon,
              version = version + 1
            WHERE id = :id
            """)
        .bind("callSign", unit.callSign())
        .bind("kind", unit.kind())
        .bind("skills", unit.skills().toArray(String[]::new))
        .bind("station", unit.stationId())
        .bind("crew", Units.crewId(change, unit.crewName()))
        .bind("lat", home == null ? null : home.lat())
        .bind("lon", home == null ? null : home.lon())
        .bind("id", now.id())
        .execute();
  }
}
