package uz.chorsu.command.assignments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.incidents.Step;

/// One unit on one incident, in the shape of the API.
///
/// @param destination where it brings the patient
/// @param nextCheckAt the crew is asked then whether it is well; null without checks
/// @param stamps in the order of event times
public record Assignment(
    UUID id,
    UUID incidentId,
    String incidentNumber,
    UUID unitId,
    String callSign,
    String kind,
    String agency,
    Step step,
    boolean open,
    @Nullable String destination,
    @Nullable Instant nextCheckAt,
    List<Stamp> stamps) {

  public Assignment {
    stamps = List.copyOf(stamps);
  }

  /// When a step was reached.
  ///
  /// @param at event time
  /// @param recordedAt when it was stored
  /// @param late entered after the fact
  public record Stamp(Step step, Instant at, Instant recordedAt, String by, boolean late) {}
}
