package uz.chorsu.model;

import java.util.UUID;

/// The id of one unit.
public record UnitId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static UnitId parse(String text) {
    return new UnitId(Ids.parse("unitId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
