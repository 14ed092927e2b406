package uz.chorsu.command.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// How far an incident, or one agency's part of it, has come; in rising order.
public enum IncidentState {
  /// Type or place is not known yet.
  RECEIVED,
  /// Waits for units.
  PENDING,
  DISPATCHED,
  EN_ROUTE,
  /// A unit is there, or was there and has left in good order; a disposition is still to be given.
  ON_SCENE,
  CLOSED;

  /// As in the API and the database, such as `en-route`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static IncidentState of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElseThrow();
  }
}
