package uz.chorsu.command.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import uz.chorsu.model.Refused;

/// How somebody asks for help.
public enum CallKind {
  VOICE,
  /// The line is open and nobody speaks.
  SILENT,
  HANG_UP,
  TEXT,
  OTHER;

  /// As in the API and the database, such as `hang-up`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws Refused if there is no such kind
  public static CallKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused("kind", "a kind of call", word));
  }
}
