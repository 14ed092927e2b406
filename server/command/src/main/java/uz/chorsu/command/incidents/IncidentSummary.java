package uz.chorsu.command.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident as the queue shows it, in the shape of the API.
///
/// @param priority 1 is the most urgent
/// @param outcome `closed`, `cancelled`, `unfounded`, `duplicate`; null while open
/// @param onNetwork false: times to it are straight-line estimates
/// @param clockFrom running clocks count from here; `receivedAt` unless it was entered very late
/// @param callerPhoneMasked of its first call that has a number
public record IncidentSummary(
    UUID id,
    String number,
    String typeCode,
    @Nullable String subtypeCode,
    int priority,
    int alarmLevel,
    IncidentState state,
    Instant stateSince,
    @Nullable String outcome,
    @Nullable UUID duplicateOf,
    boolean reopened,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String address,
    @Nullable Location location,
    boolean onNetwork,
    Instant receivedAt,
    Instant recordedAt,
    Instant clockFrom,
    @Nullable Instant firstDispatchedAt,
    @Nullable Instant closedAt,
    int callCount,
    @Nullable String callerPhoneMasked,
    List<Part> parts,
    List<Assigned> assigned,
    List<Warning> warnings,
    int version) {

  /// One agency's part.
  public record Part(
      String agency,
      int priority,
      IncidentState state,
      Instant since,
      @Nullable String disposition) {}

  /// An open assignment.
  public record Assigned(
      UUID assignmentId,
      UUID unitId,
      String callSign,
      String kind,
      String agency,
      Step step,
      Instant since) {}

  /// Something that must not be overlooked.
  public record Warning(
      Kind kind,
      Instant since,
      @Nullable UUID unitId,
      @Nullable String callSign,
      @Nullable UUID assignmentId,
      @Nullable String text) {

    /// In the order of the desk: the first is the loudest.
    public enum Kind {
      EMERGENCY,
      PENDING_AGAIN,
      UNACKNOWLEDGED,
      CREW_CHECK_OVERDUE,
      TARGET_MISSED;

      @JsonValue
      public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
      }
    }
  }

  /// A crew on it has pressed the emergency button; it goes on top of every queue.
  @JsonIgnore
  public boolean isEmergency() {
    return warnings.stream().anyMatch(w -> w.kind() == Warning.Kind.EMERGENCY);
  }
}
