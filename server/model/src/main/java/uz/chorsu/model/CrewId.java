package uz.chorsu.model;

import java.util.UUID;

/// The id of one crew.
public record CrewId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static CrewId parse(String text) {
    return new CrewId(Ids.parse("crewId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
