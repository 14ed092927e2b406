package uz.chorsu.command.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// The steps of a unit on an incident, in the order they are taken; any may be skipped.
public enum Step {
  /// Held for the incident, the crew knows nothing yet.
  RESERVED,
  DISPATCHED,
  ACKNOWLEDGED,
  EN_ROUTE,
  /// Waits near the scene until it is safe to go in.
  STAGED,
  ON_SCENE,
  AT_PATIENT,
  TRANSPORTING,
  AT_DESTINATION,
  CLEARED,
  CANCELLED;

  /// As in the API and the database, such as `at-patient`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws Refused if there is no such step
  public static Step of(String word) {
    return Arrays.stream(values())
        .filter(step -> step.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused("step", "a step of an assignment", word));
  }

  /// Neither cleared nor cancelled.
  public boolean isOpen() {
    return this != CLEARED && this != CANCELLED;
  }

  /// The crew is at the scene or has been there.
  public boolean isAttending() {
    return isOpen() && compareTo(ON_SCENE) >= 0;
  }

  /// What an open assignment at this step makes of its part; null while it is only reserved.
  @Nullable IncidentState partState() {
    return switch (this) {
      case RESERVED, CLEARED, CANCELLED -> null;
      case DISPATCHED, ACKNOWLEDGED -> IncidentState.DISPATCHED;
      case EN_ROUTE, STAGED -> IncidentState.EN_ROUTE;
      case ON_SCENE, AT_PATIENT, TRANSPORTING, AT_DESTINATION -> IncidentState.ON_SCENE;
    };
  }
}
