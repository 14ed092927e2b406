package uz.chorsu.command.assignments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.GeoPoint;

/// A step that a crew, or the desk for it, reports.
///
/// @param at event time when it is entered late; null means now
/// @param point where the unit was
/// @param destination where it brings the patient
/// @param note kept sealed
public record Report(
    Step step,
    @Nullable Instant at,
    @Nullable GeoPoint point,
    @Nullable String destination,
    @Nullable String note) {
  public Report {
    destination = Texts.check("destination", destination, 200);
    note = Texts.check("note", note, 1000);
  }

  public static Report now(Step step) {
    return new Report(step, null, null, null, null);
  }
}
