package uz.chorsu.command.recommend;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.units.Fix;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.NewUnit;
import uz.chorsu.command.units.Positions;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.command.units.Units;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;
import uz.chorsu.model.UuidV7;
import uz.chorsu.roads.Roads;

/// A desk on a real database with the parts that a recommendation needs. Without roads all times
/// are straight-line estimates: 14 s for 100 m.
final class TestRoom implements AutoCloseable {
  static final CityPlan PLAN = CityPlan.defaults();
  static final GeoPoint PLACE = new GeoPoint(41.30, 69.25);
  static final Actor DESK = new Actor("Nodira", "desk 1");

  final TestDatabase test = TestDatabase.create("command");
  final Changes changes;
  final Positions positions;
  final Fleet fleet;
  final Units units;
  final Pulse pulse;
  final Roster roster;
  final Recommender recommender;
  private volatile Instant time = Instant.parse("2026-03-01T12:00:00Z");
  private int numbers;

  TestRoom() {
    this(Optional::empty);
  }

  TestRoom(Supplier<Optional<Roads>> roads) {
    InstantSource clock = () -> time;
    UuidV7 ids = new UuidV7(clock, new SecureRandom());
    changes = new Changes(test.database(), clock, ids);
    positions = new Positions(changes, roads);
    fleet = new Fleet(changes, positions, PLAN.limits());
    units = new Units(changes, PLAN, fleet, positions);
    pulse = new Pulse(test.database());
    roster = new Roster(pulse, changes, PLAN, fleet, positions, roads);
    recommender = new Recommender(changes, PLAN, roster, positions, roads);
  }

  void pass(int seconds) {
    time = time.plusSeconds(seconds);
  }

  Instant time() {
    return time;
  }

  /// A free unit whose home is so many metres north of the place.
  UnitId unit(String callSign, String kind, double metres, String... skills) {
    return unit(callSign, kind, north(metres), null, skills);
  }

  UnitId unit(
      String callSign, String kind, GeoPoint home, @Nullable String crew, String... skills) {
    UnitId id = new UnitId(UUID.randomUUID());
    units.add(
        DESK,
        id,
        new NewUnit(
            callSign,
            PLAN.findKind(kind).orElseThrow().agency(),
            kind,
            List.of(skills),
            null,
            crew,
            home,
            UnitStatus.AVAILABLE_IN_QUARTERS));
    return id;
  }

  static GeoPoint north(double metres) {
    return new GeoPoint(PLACE.lat() + metres / 111_194.9, PLACE.lon());
  }

  void seen(UnitId unit, GeoPoint point, int secondsAgo) {
    positions.put(unit, Fix.at(point, time.minusSeconds(secondsAgo)));
  }

  IncidentId incident(String type, @Nullable String subtype) {
    return incident(type, subtype, PLAN.response(type, subtype).priority(), PLACE);
  }

  IncidentId incident(
      String type, @Nullable String subtype, int priority, @Nullable GeoPoint place) {
    IncidentId id = new IncidentId(UUID.randomUUID());
    String number = "2026-%06d".formatted(++numbers);
    changes.perform(
        DESK,
        change -> {
          change
              .handle()
              .createUpdate(
                  """
                  INSERT INTO command.incident (id, number, type_code, subtype_code, priority, state,
                    state_since, lat, lon, received_at, recorded_at, clock_from)
                  VALUES (:id, :number, :type, :subtype, :priority, 'pending', :now, :lat, :lon,
                    :now, :now, :now)
                  """)
              .bind("id", id.value())
              .bind("number", number)
              .bind("type", type)
              .bind("subtype", subtype)
              .bind("priority", priority)
              .bind("now", change.now())
              .bind("lat", place == null ? null : place.lat())
              .bind("lon", place == null ? null : place.lon())
              .execute();
          for (CityPlan.Agency agency : PLAN.agencies()) {
            change
                .handle()
                .createUpdate(
                    """
                    INSERT INTO command.part (id, incident_id, agency, priority, state, state_since)
                    VALUES (:id, :incident, :agency, :priority, 'pending', :now)
                    """)
                .bind("id", UUID.randomUUID())
                .bind("incident", id.value())
                .bind("agency", agency.code())
                .bind("priority", priority)
                .bind("now", change.now())
                .execute();
          }
          change.record(Entry.of("incident-opened", number + " opened").incident(id));
        });
    return id;
  }

  /// Sends a unit, as the desk would, at a step.
  UUID assign(UnitId unit, IncidentId incident, String step) {
    UUID id = UUID.randomUUID();
    changes.perform(
        DESK,
        change -> {
          change
              .handle()
              .createUpdate(
                  """
                  INSERT INTO command.assignment (id, incident_id, part_id, unit_id, agency, step,
                    step_since, created_at)
                  SELECT :id, p.incident_id, p.id, u.id, u.agency, :step, :now, :now
                    FROM command.unit u JOIN command.part p ON p.agency = u.agency
                   WHERE u.id = :unit AND p.incident_id = :incident
                  """)
              .bind("id", id)
              .bind("unit", unit.value())
              .bind("incident", incident.value())
              .bind("step", step)
              .bind("now", change.now())
              .execute();
          change.record(Entry.of("dispatched", "sent").incident(incident).unit(unit));
        });
    return id;
  }

  Recommendation recommend(IncidentId incident) {
    return recommender.recommend(incident, OptionalInt.empty());
  }

  /// Units, alternatives and shortfalls in one line.
  String shown(IncidentId incident) {
    Recommendation r = recommend(incident);
    List<String> parts = new ArrayList<>();
    parts.add(
        String.join(
            " ", r.units().stream().map(u -> u.callSign() + "=" + u.requirement()).toList()));
    parts.add(
        String.join(
            " ",
            r.alternatives().stream()
                .map(u -> u.callSign() + (u.takeFrom() == null ? "" : "<" + u.takeFrom().number()))
                .toList()));
    parts.add(
        String.join(
            " ", r.shortfalls().stream().map(s -> s.missing() + "*" + s.requirement()).toList()));
    return String.join(" | ", parts);
  }

  @Override
  public void close() {
    pulse.close();
    positions.close();
    test.close();
  }
}
