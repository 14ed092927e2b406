package uz.chorsu.model;

import java.util.UUID;

/// The id of one unit on one incident.
public record AssignmentId(UUID value) {
  /// @throws Refused if the text is not a UUID
  public static AssignmentId parse(String text) {
    return new AssignmentId(Ids.parse("assignmentId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
