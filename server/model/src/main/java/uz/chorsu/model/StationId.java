package uz.chorsu.model;

import java.util.UUID;

/// The id of one station or home of units.
public record StationId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static StationId parse(String text) {
    return new StationId(Ids.parse("stationId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
