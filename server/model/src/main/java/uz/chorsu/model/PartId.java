package uz.chorsu.model;

import java.util.UUID;

/// The id of one agency's part of an incident.
public record PartId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static PartId parse(String text) {
    return new PartId(Ids.parse("partId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
