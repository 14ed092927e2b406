package uz.chorsu.command.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import uz.chorsu.model.Refused;

/// How a place is known.
public enum LocationMethod {
  /// Told by the caller or sent by the caller's device.
  CALLER,
  ADDRESS,
  CROSSING,
  CELL_SECTOR,
  /// Clicked on the map.
  MAP;

  /// As in the API and the database, such as `cell-sector`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws Refused if there is no such method
  public static LocationMethod of(String word) {
    return Arrays.stream(values())
        .filter(method -> method.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused("location.method", "a way of knowing a place", word));
  }
}
