package uz.chorsu.command.assignments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.incidents.Endings;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Incidents;
import uz.chorsu.command.incidents.Location;
import uz.chorsu.command.incidents.LocationMethod;
import uz.chorsu.command.incidents.NewIncident;
import uz.chorsu.command.incidents.States;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Summaries;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.StatusPlace;
import uz.chorsu.command.units.Unit;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// A crew meets something on the street: an incident begins with the crew on scene.
public final class OnView {
  private final Changes changes;
  private final Incidents incidents;
  private final Endings endings;
  private final Summaries summaries;
  private final Fleet fleet;
  private final Notes notes;

  public OnView(
      Changes changes,
      Incidents incidents,
      Endings endings,
      Summaries summaries,
      Fleet fleet,
      Notes notes) {
    this.changes = changes;
    this.incidents = incidents;
    this.endings = endings;
    this.summaries = summaries;
    this.fleet = fleet;
    this.notes = notes;
  }

  /// What the crew says.
  ///
  /// @param where without a point the unit's own position is taken
  /// @param note kept sealed
  /// @param at event time; null means now
  public record Seen(
      UnitId unit,
      @Nullable String typeCode,
      @Nullable String subtypeCode,
      Where where,
      @Nullable String note,
      @Nullable Instant at) {
    public Seen {
      note = Texts.check("note", note, Notes.MAX);
    }
  }

  /// Starts the incident. The same id again changes nothing.
  ///
  /// @param assignment id of the new assignment, derived from the request
  /// @throws Conflict `unit-busy` or `crew-busy`
  public IncidentSummary start(Actor actor, UUID assignment, Seen seen) {
    Instant at = Times.check("at", seen.at(), changes.now());
    return changes.change(
        actor,
        change -> {
          IncidentId already = findIncident(change, assignment);
          return summaries.get(
              change.handle(), already == null ? begin(change, assignment, seen, at) : already);
        });
  }

  private IncidentId begin(Change change, UUID assignment, Seen seen, Instant at) {
    UUID unitId = seen.unit().value();
    if (Candidate.lock(change.handle(), new UUID[] {unitId}).isEmpty()) {
      throw new NotFound("unit", seen.unit());
    }
    Unit unit = fleet.get(change.handle(), seen.unit());
    requireFree(unit);
    Where where = where(seen.where(), unit);
    IncidentId incident =
        incidents.open(
            change, new NewIncident(seen.typeCode(), seen.subtypeCode(), null, where, at));
    UUID part = endings.partFor(change, incident, unit.agency());
    insert(change, assignment, incident, part, unit, at);
    for (Step step : new Step[] {Step.DISPATCHED, Step.ON_SCENE}) {
      Stamping.stamp(change, assignment, step, at, false, where.point());
      Stamping.first(change, incident, step, at);
    }
    StatusPlace.write(change, seen.unit(), where.point(), at);
    change.record(
        Entry.of("on-view", unit.callSign() + " started an incident on scene")
            .at(at)
            .incident(incident)
            .unit(seen.unit())
            .assignment(new AssignmentId(assignment))
            .note(notes.keepIfAny(change, incident, seen.unit(), seen.note()))
            .with("callSign", unit.callSign()));
    States.derive(change, incident, at);
    return incident;
  }

  private static void requireFree(Unit unit) {
    if (unit.assignment() != null) {
      throw new Conflict(
          "unit-busy", unit.callSign() + " is on " + unit.assignment().incidentNumber());
    }
    if (unit.boundByCrew()) {
      throw new Conflict(
          "crew-busy", "The crew of " + unit.callSign() + " is out with another vehicle");
    }
  }

  private static Where where(Where said, Unit unit) {
    Unit.Position own = unit.position();
    if (said.point() != null || own == null || own.source().equals("home")) {
      return said;
    }
    return new Where(
        new GeoPoint(own.lat(), own.lon()),
        said.address(),
        said.location() == null ? new Location(LocationMethod.MAP, null, false) : said.location());
  }

  private static void insert(
      Change change, UUID id, IncidentId incident, UUID part, Unit unit, Instant at) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.assignment (id, incident_id, part_id, unit_id, agency, step,
              step_since, created_at, attended)
            VALUES (:id, :incident, :part, :unit, :agency, 'on-scene', :at, :now, true)
            """)
        .bind("id", id)
        .bind("incident", incident.value())
        .bind("part", part)
        .bind("unit", unit.id())
        .bind("agency", unit.agency())
        .bind("at", at)
        .bind("now", change.now())
        .execute();
  }

  private static @Nullable IncidentId findIncident(Change change, UUID assignment) {
    return change
        .handle()
        .createQuery("SELECT incident_id FROM command.assignment WHERE id = :id")
        .bind("id", assignment)
        .mapTo(UUID.class)
        .findOne()
        .map(IncidentId::new)
        .orElse(null);
  }
}
