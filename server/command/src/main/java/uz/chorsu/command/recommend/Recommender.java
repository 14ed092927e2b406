package uz.chorsu.command.recommend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.plans.IncidentType.Response;
import uz.chorsu.command.units.Held;
import uz.chorsu.command.units.Positions;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;
import uz.chorsu.roads.Travel;
import uz.chorsu.roads.TravelTimes;

/// Recommends whom to send. Safe for many threads.
public final class Recommender {
  private final Changes changes;
  private final CityPlan plan;
  private final Roster roster;
  private final Positions positions;
  private final Supplier<Optional<Roads>> roads;

  public Recommender(
      Changes changes,
      CityPlan plan,
      Roster roster,
      Positions positions,
      Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.plan = plan;
    this.roster = roster;
    this.positions = positions;
    this.roads = roads;
  }

  /// What a recommendation is about.
  ///
  /// @param place null while not known
  record Incident(
      IncidentId id,
      String typeCode,
      @Nullable String subtypeCode,
      int priority,
      int alarmLevel,
      @Nullable GeoPoint place) {}

  /// Whom to send for the whole plan, without those who are on it already.
  ///
  /// @param alarmLevel 1 to 5, another one than the incident has
  /// @throws NotFound if there is no such incident
  /// @throws Conflict `incident-closed`
  public Recommendation recommend(IncidentId id, OptionalInt alarmLevel) {
    Incident incident = read(id, alarmLevel);
    Response response = response(incident);
    List<Need> needs = response.planAt(incident.alarmLevel()).needs();
    Roster.Now now = roster.now();
    Instant at = changes.now();
    Journey journey = journey(incident.place(), now.city());
    List<FleetUnit> assigned = new ArrayList<>();
    List<Candidate> free = new ArrayList<>();
    List<Candidate> takeable = new ArrayList<>();
    for (FleetUnit unit : now.units().values()) {
      if (unit.duty() != null && unit.duty().incidentId().equals(id)) {
        assigned.add(unit);
      } else if (needs.stream().anyMatch(need -> Candidate.fits(unit, need))) {
        if (unit.isFree()) {
          free.add(candidate(unit, journey, at));
        } else if (unit.isTakeable(id, incident.priority())) {
          takeable.add(candidate(unit, journey, at));
        }
      }
    }
    free.sort(Candidate.ORDER);
    takeable.sort(Candidate.ORDER);
    Choice choice = Choice.of(needs, assigned, free);
    return new Proposal(plan, incident, choice, free, takeable)
        .recommendation(at, now.units().values());
  }

  /// How one gets to the incident.
  @FunctionalInterface
  interface Journey {
    @Nullable Travel from(Snap snap);
  }

  private Journey journey(@Nullable GeoPoint place, @Nullable Roads snappedBy) {
    if (place == null) {
      return snap -> null;
    }
    Roads city = roads.get().orElse(null);
    if (city == null || city != snappedBy) {
      return snap -> Travel.straightLine(snap.position(), place);
    }
    TravelTimes times = city.timesTo(place);
    return times::from;
  }

  private Candidate candidate(FleetUnit unit, Journey journey, Instant now) {
    Held held = positions.find(unit.id()).orElse(null);
    FleetUnit.Fix gps = held == null ? null : new FleetUnit.Fix(held.snap(), held.at());
    Whereabouts where = Whereabouts.of(unit, gps, plan.limits(), now);
    Snap snap = where.snap();
    return new Candidate(unit, where, snap == null ? null : journey.from(snap));
  }

  /// A type that the plan no longer knows is handled like one that is not known yet.
  private Response response(Incident incident) {
    try {
      return plan.response(incident.typeCode(), incident.subtypeCode());
    } catch (Refused e) {
      return plan.findType(incident.typeCode())
          .map(type -> type.response())
          .orElseGet(() -> plan.response("UNKNOWN", null));
    }
  }

  private Incident read(IncidentId id, OptionalInt alarmLevel) {
    return changes
        .readUrgent(handle ->
            handle
                .createQuery(
                    """
                    SELECT type_code, subtype_code, priority, alarm_level, lat, lon,
                           state = 'closed' AS closed
                      FROM command.incident WHERE id = :id
                    """)
                .bind("id", id.value())
                .map((rs, context) -> incident(rs, id, alarmLevel))
                .findOne())
        .orElseThrow(() -> new NotFound("incident", id));
  }

  private static Incident incident(ResultSet rs, IncidentId id, OptionalInt alarmLevel)
      throws SQLException {
    if (rs.getBoolean("closed")) {
      throw new Conflict("incident-closed", "The incident is closed");
    }
    return new Incident(
        id,
        rs.getString("type_code"),
        rs.getString("subtype_code"),
        rs.getInt("priority"),
        alarmLevel.orElse(rs.getInt("alarm_level")),
        Rows.findPoint(rs, "lat", "lon"));
  }
}
