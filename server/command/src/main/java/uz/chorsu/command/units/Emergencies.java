package uz.chorsu.command.units;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// The crew's emergency button. It holds until somebody ends it with a reason. While it holds, the
/// crew's page sends a position every second.
public final class Emergencies {
  private final Changes changes;
  private final Fleet fleet;
  private final Positions positions;
  private final Notes notes;

  public Emergencies(Changes changes, Fleet fleet, Positions positions, Notes notes) {
    this.changes = changes;
    this.fleet = fleet;
    this.positions = positions;
    this.notes = notes;
  }

  /// Raises an emergency; one that is raised already stays as it is.
  ///
  /// @param place where the crew says it is; null means the last known position
  /// @param at event time; null means now
  public Unit raise(Actor actor, UnitId id, @Nullable GeoPoint place, @Nullable Instant at) {
    Instant when = Times.check("at", at, changes.now());
    Unit raised =
        changes.change(
            actor,
            change -> {
              Units.lock(change.handle(), id);
              Unit unit = fleet.get(change.handle(), id);
              if (unit.emergency() != null) {
                return unit;
              }
              StatusPlace.write(change, id, place, when);
              write(change, id, when);
              change.record(about(unit, "emergency", "Emergency of " + unit.callSign()).at(when));
              return fleet.get(change.handle(), id);
            });
    if (place != null) {
      positions.put(id, Fix.at(place, when.isAfter(changes.now()) ? null : when));
    }
    return raised;
  }

  /// Ends an emergency; nothing happens when there is none.
  ///
  /// @param reason kept sealed, shown on the timeline
  public Unit end(Actor actor, UnitId id, String reason) {
    String why = Texts.require("reason", reason, 400);
    return changes.change(
        actor,
        change -> {
          Units.lock(change.handle(), id);
          Unit unit = fleet.get(change.handle(), id);
          if (unit.emergency() == null) {
            return unit;
          }
          write(change, id, null);
          Unit.Current current = unit.assignment();
          UUID note =
              notes.keepIfAny(
                  change, current == null ? null : new IncidentId(current.incidentId()), id, why);
          change.record(
              about(unit, "emergency-ended", "Emergency of " + unit.callSign() + " ended")
                  .note(note));
          return fleet.get(change.handle(), id);
        });
  }

  private static Entry about(Unit unit, String kind, String text) {
    Entry entry =
        Entry.of(kind, text).unit(new UnitId(unit.id())).with("callSign", unit.callSign());
    Unit.Current current = unit.assignment();
    return current == null
        ? entry
        : entry
            .incident(new IncidentId(current.incidentId()))
            .assignment(new AssignmentId(current.id()));
  }

  private static void write(Change change, UnitId id, @Nullable Instant since) {
    change
        .handle()
        .createUpdate("UPDATE command.unit SET emergency_since = :since WHERE id = :id")
        .bind("since", since)
        .bind("id", id.value())
        .execute();
  }
}
