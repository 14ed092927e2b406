package uz.chorsu.command.assignments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.journal.Change;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;

/// Writes one stamp and what follows from it for the assignment, the unit and the incident.
final class Stamping {
  private Stamping() {}

  /// @param at event time
  /// @param late entered after the fact
  static void stamp(
      Change change,
      UUID assignment,
      Step step,
      Instant at,
      boolean late,
      @Nullable GeoPoint point) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.assignment_stamp
              (assignment_id, step, at, recorded_at, by_name, late, lat, lon)
            VALUES (:id, :step, :at, :now, :by, :late, :lat, :lon)
            """)
        .bind("id", assignment)
        .bind("step", step.word())
        .bind("at", at)
        .bind("now", change.now())
        .bind("by", change.actor().label())
        .bind("late", late)
        .bind("lat", point == null ? null : point.lat())
        .bind("lon", point == null ? null : point.lon())
        .execute();
  }

  /// Brings the assignment to a further step.
  static void advance(Change change, UUID assignment, Step step, Instant at) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.assignment SET step = :step, step_since = :at,
              attended = attended OR :attending,
              ended_recorded_at = CASE WHEN :ends THEN :now ELSE ended_recorded_at END,
              next_check_at = CASE WHEN :ends THEN NULL ELSE next_check_at END
            WHERE id = :id
            """)
        .bind("step", step.word())
        .bind("at", at)
        .bind("attending", step.isAttending())
        .bind("ends", !step.isOpen())
        .bind("now", change.now())
        .bind("id", assignment)
        .execute();
    if (!step.isOpen()) {
      change
          .handle()
          .createUpdate(
              """
              UPDATE command.warning SET ended_at = :now
               WHERE assignment_id = :id AND ended_at IS NULL
              """)
          .bind("now", change.now())
          .bind("id", assignment)
          .execute();
    }
  }

  /// A late stamp at or after the scene counts as having attended.
  static void attend(Change change, UUID assignment) {
    change
        .handle()
        .createUpdate("UPDATE command.assignment SET attended = true WHERE id = :id")
        .bind("id", assignment)
        .execute();
  }

  /// Keeps the incident's first dispatch and first arrival; a late entry may be earlier than what
  /// is known.
  static void first(Change change, IncidentId incident, Step step, Instant at) {
    String column =
        switch (step) {
          case DISPATCHED -> "first_dispatched_at";
          case ON_SCENE, AT_PATIENT, TRANSPORTING, AT_DESTINATION -> "first_on_scene_at";
          default -> null;
        };
    if (column == null) {
      return;
    }
    change
        .handle()
        .createUpdate(
            "UPDATE command.incident SET %1$s = least(%1$s, :at) WHERE id = :id".formatted(column))
        .bind("at", at)
        .bind("id", incident.value())
        .execute();
  }

  /// The unit is free again. One that never left its quarters is still there.
  static void release(Change change, UUID unit, boolean stayed, Instant at) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.unit SET status_since = :at,
              status = CASE WHEN :stayed THEN status ELSE 'available-mobile' END,
              status_reason = CASE WHEN :stayed THEN status_reason END
            WHERE id = :id
            """)
        .bind("at", at)
        .bind("stayed", stayed)
        .bind("id", unit)
        .execute();
  }
}
