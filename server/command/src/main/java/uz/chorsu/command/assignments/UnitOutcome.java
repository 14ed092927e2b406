package uz.chorsu.command.assignments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one unit that was to be sent, in the shape of the API.
///
/// @param assignmentId when it goes or is held
/// @param rule a stable word when it does not, such as `unit-busy`
/// @param reason one sentence when it does not
public record UnitOutcome(
    UUID unitId,
    @Nullable String callSign,
    Outcome outcome,
    @Nullable UUID assignmentId,
    @Nullable String rule,
    @Nullable String reason) {

  /// How it went.
  public enum Outcome {
    DISPATCHED,
    RESERVED,
    /// Somebody else has it.
    CONFLICT,
    /// It cannot be sent.
    REFUSED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static UnitOutcome conflict(UUID unitId, @Nullable String callSign, String rule, String reason) {
    return new UnitOutcome(unitId, callSign, Outcome.CONFLICT, null, rule, reason);
  }

  static UnitOutcome refused(UUID unitId, @Nullable String callSign, String rule, String reason) {
    return new UnitOutcome(unitId, callSign, Outcome.REFUSED, null, rule, reason);
  }

  /// Whether the unit is now on the incident.
  boolean went() {
    return outcome == Outcome.DISPATCHED || outcome == Outcome.RESERVED;
  }
}
