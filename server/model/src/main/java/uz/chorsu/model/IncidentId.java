package uz.chorsu.model;

import java.util.UUID;

/// The id of one incident.
public record IncidentId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static IncidentId parse(String text) {
    return new IncidentId(Ids.parse("incidentId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
