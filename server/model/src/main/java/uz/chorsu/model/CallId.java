package uz.chorsu.model;

import java.util.UUID;

/// The id of one call.
public record CallId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static CallId parse(String text) {
    return new CallId(Ids.parse("callId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
