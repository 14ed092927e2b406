package uz.chorsu.command.recommend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.recommend.FleetUnit.Duty;
import uz.chorsu.command.recommend.FleetUnit.Fix;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.Positions;
import uz.chorsu.command.units.Unit;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;

/// All units in memory, so that a recommendation does not read thousands of rows. One writer at a
/// time makes a new immutable [Now] from the last one and the journal; readers take the newest.
///
/// It follows the journal, so it is right after changes by other processes too. A reader first asks
/// for what was committed since, so that whoever dispatches and then asks sees the dispatch.
public final class Roster {
  private static final int ROWS_AT_ONCE = 2_000;

  /// Farther behind than this it is quicker to read all units again.
  private static final int FAR_BEHIND = 10_000;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Set<String> BEFORE_SCENE =
      Set.of("reserved", "dispatched", "acknowledged", "en-route", "staged");

  private final Changes changes;
  private final CityPlan plan;
  private final Fleet fleet;
  private final Positions positions;
  private final Supplier<Optional<Roads>> roads;
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<GeoPoint, Snap> homes = new HashMap<>();
  private volatile Now now;

  /// @param seq newest journal entry that is counted in
  /// @param units without those taken out of the fleet
  /// @param city that the snaps belong to
  record Now(long seq, Map<UnitId, FleetUnit> units, @Nullable Roads city) {}

  /// Reads all units and begins to follow.
  public Roster(
      Pulse pulse,
      Changes changes,
      CityPlan plan,
      Fleet fleet,
      Positions positions,
      Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.plan = plan;
    this.fleet = fleet;
    this.positions = positions;
    this.roads = roads;
    this.now = load();
    pulse.follow("the roster", Duration.ofSeconds(5), PAUSE, this::now);
  }

  /// The units with everything counted in that was committed before the call.
  Now now() {
    writing.lock();
    try {
      catchUp();
      return now;
    } finally {
      writing.unlock();
    }
  }

  private record Row(
      long seq, String kind, @Nullable UUID unit, @Nullable UUID incident, boolean aboutNobody) {}

  private void catchUp() {
    Now before = now;
    if (roads.get().orElse(null) != before.city()) {
      now = load();
      return;
    }
    for (List<Row> rows = rowsAfter(before.seq());
        !rows.isEmpty();
        rows = rowsAfter(before.seq())) {
      long seq = rows.getLast().seq();
      boolean behind = seq - before.seq() > FAR_BEHIND;
      if (behind || rows.stream().anyMatch(Roster::concernsTheWholeFleet)) {
        before = load();
      } else {
        before = new Now(seq, changed(before, rows), before.city());
      }
      now = before;
      if (rows.size() < ROWS_AT_ONCE) {
        return;
      }
    }
  }

  private static boolean concernsTheWholeFleet(Row row) {
    return row.aboutNobody()
        && (row.kind().startsWith("unit")
            || row.kind().startsWith("fleet")
            || row.kind().startsWith("station"));
  }

  private List<Row> rowsAfter(long seq) {
    return changes.readUrgent(handle ->
        handle
            .createQuery(
                """
                SELECT seq, kind, unit_id, incident_id, call_id FROM command.journal
                 WHERE seq > :seq ORDER BY seq LIMIT :limit
                """)
            .bind("seq", seq)
            .bind("limit", ROWS_AT_ONCE)
            .map((rs, context) -> {
              UUID unit = rs.getObject("unit_id", UUID.class);
              UUID incident = rs.getObject("incident_id", UUID.class);
              UUID call = rs.getObject("call_id", UUID.class);
              return new Row(
                  rs.getLong("seq"),
                  rs.getString("kind"),
                  unit,
                  incident,
                  unit == null && incident == null && call == null);
            })
            .list());
  }

  /// Units named by the rows, units out on an incident named by them (its priority may have
  /// changed), and all that share a crew with those.
  private Map<UnitId, FleetUnit> changed(Now before, List<Row> rows) {
    Set<UnitId> ids = new HashSet<>();
    Set<IncidentId> incidents = new HashSet<>();
    for (Row row : rows) {
      if (row.unit() != null) {
        ids.add(new UnitId(row.unit()));
      }
      if (row.incident() != null) {
        incidents.add(new IncidentId(row.incident()));
      }
    }
    for (FleetUnit unit : before.units().values()) {
      Duty duty = unit.duty();
      if (duty != null && incidents.contains(duty.incidentId())) {
        ids.add(unit.id());
      }
    }
    if (ids.isEmpty()) {
      return before.units();
    }
    Map<UnitId, FleetUnit> after = new HashMap<>(before.units());
    Set<String> crews = new HashSet<>();
    replace(ids, after, crews);
    Set<UnitId> mates = new HashSet<>();
    for (FleetUnit unit : after.values()) {
      if (unit.crew() != null && crews.contains(unit.crew()) && !ids.contains(unit.id())) {
        mates.add(unit.id());
      }
    }
    replace(mates, after, crews);
    return Map.copyOf(after);
  }

  /// @param crews gets those that the units had and those that they have
  private void replace(Collection<UnitId> ids, Map<UnitId, FleetUnit> units, Set<String> crews) {
    if (ids.isEmpty()) {
      return;
    }
    Map<UnitId, FleetUnit> read = new HashMap<>();
    List<Unit> found = changes.readUrgent(handle -> fleet.list(handle, ids));
    for (Unit unit : found) {
      FleetUnit one = fleetUnit(unit, units.get(new UnitId(unit.id())));
      read.put(one.id(), one);
    }
    for (UnitId id : ids) {
      FleetUnit one = read.get(id);
      FleetUnit old = one == null ? units.remove(id) : units.put(id, one);
      addCrew(old, crews);
      addCrew(one, crews);
    }
  }

  private static void addCrew(@Nullable FleetUnit unit, Set<String> crews) {
    if (unit != null && unit.crew() != null) {
      crews.add(unit.crew());
    }
  }

  private Now load() {
    Roads city = roads.get().orElse(null);
    homes.clear();
    // The number is read first: what is committed in between is read now and once more later.
    long seq =
        changes.readUrgent(handle ->
            handle
                .createQuery("SELECT coalesce(max(seq), 0) FROM command.journal")
                .mapTo(Long.class)
                .one());
    Map<UnitId, FleetUnit> units = new HashMap<>();
    List<Unit> all = new ArrayList<>(fleet.listAll());
    for (Unit unit : all) {
      FleetUnit one = fleetUnit(unit, null);
      units.put(one.id(), one);
    }
    return new Now(seq, Map.copyOf(units), city);
  }

  /// @param old the same unit before, whose snap may serve again
  private FleetUnit fleetUnit(Unit unit, @Nullable FleetUnit old) {
    Unit.Places places = unit.places();
    GeoPoint home = places.home();
    String crew = unit.crewName();
    return new FleetUnit(
        new UnitId(unit.id()),
        unit.callSign(),
        unit.agency(),
        unit.kind(),
        plan.skillsOf(unit.kind(), unit.skills()),
        crew == null ? null : crew.toLowerCase(Locale.ROOT),
        unit.status(),
        unit.statusSince(),
        statusPlace(places, old),
        home == null ? null : homes.computeIfAbsent(home, positions::snap),
        unit.boundByCrew(),
        unit.emergency() != null,
        duty(unit));
  }

  private @Nullable Fix statusPlace(Unit.Places places, @Nullable FleetUnit old) {
    GeoPoint point = places.lastStatus();
    if (point == null || places.lastStatusAt() == null) {
      return null;
    }
    Fix known = old == null ? null : old.statusPlace();
    Snap snap =
        known != null && known.snap().position().equals(point)
            ? known.snap()
            : positions.snap(point);
    return new Fix(snap, places.lastStatusAt());
  }

  private static @Nullable Duty duty(Unit unit) {
    Unit.Current current = unit.assignment();
    if (current == null) {
      return null;
    }
    Integer priority = unit.places().incidentPriority();
    return new Duty(
        new IncidentId(current.incidentId()),
        current.incidentNumber(),
        priority == null ? 1 : priority,
        BEFORE_SCENE.contains(current.step()));
  }
}
