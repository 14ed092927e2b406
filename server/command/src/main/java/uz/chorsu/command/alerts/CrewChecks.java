package uz.chorsu.command.alerts;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.assignments.AssignmentReader;
import uz.chorsu.command.assignments.Assignments;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// Asks crews on scene at intervals whether they are well. The plan says how often, by type of
/// incident and agency.
public final class CrewChecks {
  private final Changes changes;
  private final CityPlan plan;
  private final Assignments assignments;

  public CrewChecks(Changes changes, CityPlan plan, Assignments assignments) {
    this.changes = changes;
    this.plan = plan;
    this.assignments = assignments;
  }

  /// A crew on scene that is not checked yet, or one that has left and still is.
  private record Crew(
      UUID assignment,
      String agency,
      String type,
      @Nullable String subtype,
      boolean leaves,
      Instant since) {}

  /// The crew is well; the next check starts now.
  ///
  /// @throws uz.chorsu.model.NotFound if there is no such assignment
  /// @throws Conflict `assignment-ended`
  public Assignment answer(Actor actor, AssignmentId id) {
    return changes.change(
        actor,
        change -> {
          Assignment now = AssignmentReader.get(change.handle(), id);
          if (!now.open()) {
            throw new Conflict("assignment-ended", now.callSign() + " has ended this assignment");
          }
          OptionalInt interval =
              change
                  .handle()
                  .createQuery(
                      "SELECT type_code, subtype_code FROM command.incident WHERE id = :id")
                  .bind("id", now.incidentId())
                  .map((rs, context) ->
                      interval(
                          rs.getString("type_code"), rs.getString("subtype_code"), now.agency()))
                  .one();
          assignments.setNextCheck(
              change,
              id,
              now.nextCheckAt() == null || interval.isEmpty()
                  ? null
                  : change.now().plusSeconds(interval.getAsInt()));
          change.record(
              Entry.of("crew-check", now.callSign() + " is well")
                  .incident(new IncidentId(now.incidentId()))
                  .unit(new UnitId(now.unitId()))
                  .assignment(id)
                  .with("callSign", now.callSign()));
          return AssignmentReader.get(change.handle(), id);
        });
  }

  /// Begins the checks of crews that have arrived, and ends those of crews that left with a
  /// patient.
  void follow() {
    List<Crew> crews =
        changes.readUrgent(handle ->
            handle
                .createQuery(
                    """
                    SELECT a.id, a.agency, a.step, a.step_since, i.type_code, i.subtype_code
                      FROM command.assignment a JOIN command.incident i ON i.id = a.incident_id
                     WHERE a.open AND (
                       (a.next_check_at IS NULL AND a.step IN ('on-scene', 'at-patient'))
                       OR (a.next_check_at IS NOT NULL
                         AND a.step IN ('transporting', 'at-destination')))
                    """)
                .map((rs, context) ->
                    new Crew(
                        Rows.uuid(rs, "id"),
                        rs.getString("agency"),
                        rs.getString("type_code"),
                        rs.getString("subtype_code"),
                        !rs.getString("step").equals("on-scene")
                            && !rs.getString("step").equals("at-patient"),
                        Rows.instant(rs, "step_since")))
                .list());
    for (Crew crew : crews) {
      OptionalInt interval = interval(crew.type(), crew.subtype(), crew.agency());
      if (crew.leaves() || interval.isPresent()) {
        begin(crew, interval);
      }
    }
  }

  private void begin(Crew crew, OptionalInt interval) {
    changes.perform(
        Actor.CHORSU,
        change -> {
          // An arrival that was entered late must not ring at once.
          Instant from = crew.since().isBefore(change.now()) ? change.now() : crew.since();
          assignments.setNextCheck(
              change,
              new AssignmentId(crew.assignment()),
              crew.leaves() ? null : from.plusSeconds(interval.orElseThrow()));
        });
  }

  private OptionalInt interval(String type, @Nullable String subtype, String agency) {
    try {
      Integer seconds = plan.response(type, subtype).crewCheckSeconds().get(agency);
      return seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds);
    } catch (Refused e) {
      // The plan no longer knows the type.
      return OptionalInt.empty();
    }
  }
}
