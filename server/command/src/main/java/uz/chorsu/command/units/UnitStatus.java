package uz.chorsu.command.units;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import uz.chorsu.model.Refused;

/// What a unit does. On an assignment it is always [#ON_ASSIGNMENT], whatever it was before.
public enum UnitStatus {
  AVAILABLE_IN_QUARTERS,
  AVAILABLE_MOBILE,
  /// Can be sent, but will start late.
  DELAYED,
  ON_ASSIGNMENT,
  OUT_OF_SERVICE,
  OFF_DUTY;

  /// As in the API and the database, such as `off-duty`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws Refused if there is no such status
  public static UnitStatus of(String word) {
    return Arrays.stream(values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused("status", "a status of a unit", word));
  }
}
