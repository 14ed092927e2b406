package uz.chorsu.command.assignments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.incidents.States;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.command.units.Positions;
import uz.chorsu.command.units.StatusPlace;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// The steps of units on incidents. Steps may be skipped and may be entered late; the record keeps
/// when each was reached and when it was written.
public final class Assignments {
  /// A stamp that is this little out of order is a clock that is a little wrong: it gets the time
  /// of its neighbour.
  private static final Duration CLOCK_DOUBT = Duration.ofMinutes(1);

  private final Changes changes;
  private final Positions positions;
  private final Notes notes;

  public Assignments(Changes changes, Positions positions, Notes notes) {
    this.changes = changes;
    this.positions = positions;
    this.notes = notes;
  }

  /// @throws NotFound if there is none with this id
  public Assignment get(AssignmentId id) {
    return changes.read(handle -> AssignmentReader.get(handle, id));
  }

  /// Reports a step. The present step again changes nothing. An earlier step is a late entry when
  /// it comes with its time.
  ///
  /// @throws Conflict `step-backwards`, `step-already-stamped` or `assignment-ended`
  /// @throws Refused if the time contradicts other stamps
  public Assignment report(Actor actor, AssignmentId id, Report report) {
    Instant asked = Times.check("at", report.at(), changes.now());
    return changes.change(
        actor,
        change -> {
          Assignment now = locked(change.handle(), id);
          if (report.step() != now.step()) {
            apply(change, now, report, asked);
          }
          return AssignmentReader.get(change.handle(), id);
        });
  }

  /// Locks incident and unit in the order of the house, then reads.
  private static Assignment locked(Handle handle, AssignmentId id) {
    UUID incident =
        handle
            .createQuery("SELECT incident_id FROM command.assignment WHERE id = :id")
            .bind("id", id.value())
            .mapTo(UUID.class)
            .findOne()
            .orElseThrow(() -> new NotFound("assignment", id));
    States.lock(handle, List.of(new IncidentId(incident)));
    handle
        .createQuery(
            """
            SELECT 1 FROM command.unit
             WHERE id = (SELECT unit_id FROM command.assignment WHERE id = :id) FOR NO KEY UPDATE
            """)
        .bind("id", id.value())
        .mapTo(Integer.class)
        .list();
    return AssignmentReader.get(handle, id);
  }

  private void apply(Change change, Assignment now, Report report, Instant asked) {
    Step step = report.step();
    boolean forward = now.open() && step.compareTo(now.step()) > 0;
    requireAllowed(now, report, forward);
    Instant at = ordered(now, step, asked);
    boolean late = report.at() != null && at.isBefore(change.now().minus(CLOCK_DOUBT));
    Stamping.stamp(change, now.id(), step, at, late || !forward, report.point());
    IncidentId incident = new IncidentId(now.incidentId());
    UnitId unit = new UnitId(now.unitId());
    Stamping.first(change, incident, step, at);
    if (forward) {
      Stamping.advance(change, now.id(), step, at);
    } else if (step.isAttending()) {
      Stamping.attend(change, now.id());
    }
    setDestination(change, now.id(), report.destination());
    if (forward) {
      StatusPlace.write(change, unit, place(change, now, report), at);
      if (!step.isOpen()) {
        Stamping.release(change, now.unitId(), stayed(now), at);
      }
    }
    record(change, now, report, at, !forward);
    if (forward || step.isAttending()) {
      States.derive(change, incident, at);
    }
  }

  private static void requireAllowed(Assignment now, Report report, boolean forward) {
    Step step = report.step();
    if (now.stamps().stream().anyMatch(stamp -> stamp.step() == step)) {
      throw new Conflict(
          "step-already-stamped", now.callSign() + " has a stamp for " + step.word() + " already");
    }
    if (forward) {
      return;
    }
    if (!step.isOpen() || step == Step.RESERVED) {
      throw new Conflict("assignment-ended", now.callSign() + " has ended this assignment");
    }
    if (report.at() == null) {
      throw new Conflict(
          now.open() ? "step-backwards" : "assignment-ended",
          now.callSign() + " is " + now.step().word() + "; an earlier step needs its time");
    }
  }

  /// The event time, checked against the stamps before and after it.
  private static Instant ordered(Assignment now, Step step, Instant asked) {
    Instant at = asked;
    for (Assignment.Stamp stamp : now.stamps()) {
      boolean before = stamp.step().compareTo(step) < 0;
      Instant border = stamp.at();
      if (before ? at.isBefore(border) : at.isAfter(border)) {
        if (Duration.between(at, border).abs().compareTo(CLOCK_DOUBT) > 0) {
          throw new Refused(
              "at",
              (before ? "not before " : "not after ") + stamp.step().word() + " at " + border,
              asked.toString());
        }
        at = border;
      }
    }
    return at;
  }

  private @Nullable GeoPoint place(Change change, Assignment now, Report report) {
    if (report.point() != null) {
      return report.point();
    }
    GeoPoint fresh = StatusPlace.fresh(positions, new UnitId(now.unitId()), change.now());
    if (fresh != null || report.step() != Step.ON_SCENE) {
      return fresh;
    }
    // A crew that says it is on scene is at the incident's place.
    Optional<GeoPoint> scene =
        change
            .handle()
            .createQuery("SELECT lat, lon FROM command.incident WHERE id = :id AND lat IS NOT NULL")
            .bind("id", now.incidentId())
            .map((rs, context) -> new GeoPoint(rs.getDouble("lat"), rs.getDouble("lon")))
            .findOne();
    return scene.orElse(null);
  }

  private static boolean stayed(Assignment now) {
    return now.stamps().stream().noneMatch(stamp -> stamp.step().compareTo(Step.EN_ROUTE) >= 0);
  }

  private static void setDestination(Change change, UUID id, @Nullable String destination) {
    if (destination != null) {
      change
          .handle()
          .createUpdate("UPDATE command.assignment SET destination = :destination WHERE id = :id")
          .bind("destination", destination)
          .bind("id", id)
          .execute();
    }
  }

  private void record(
      Change change, Assignment now, Report report, Instant at, boolean afterwards) {
    IncidentId incident = new IncidentId(now.incidentId());
    UnitId unit = new UnitId(now.unitId());
    String word = report.step().word();
    change.record(
        Entry.of("step", now.callSign() + " " + word + (afterwards ? " (entered late)" : ""))
            .at(at)
            .incident(incident)
            .unit(unit)
            .assignment(new AssignmentId(now.id()))
            .note(notes.keepIfAny(change, incident, unit, report.note()))
            .with("callSign", now.callSign())
            .with("step", word)
            .with("late", afterwards ? true : null));
  }

  /// The crew's next check, for the rule that watches over it.
  ///
  /// @param dueAt null: no more checks
  public void setNextCheck(Change change, AssignmentId id, @Nullable Instant dueAt) {
    change
        .handle()
        .createUpdate("UPDATE command.assignment SET next_check_at = :due WHERE id = :id AND open")
        .bind("due", dueAt)
        .bind("id", id.value())
        .execute();
  }
}
