package uz.chorsu.command.assignments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;

/// Reads assignments with their stamps: two statements, however many there are.
public final class AssignmentReader {
  private AssignmentReader() {}

  /// @throws NotFound if there is none with this id
  public static Assignment get(Handle handle, AssignmentId id) {
    return list(handle, "a.id", id.value()).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("assignment", id));
  }

  /// All assignments of an incident, ended ones too, oldest first.
  public static List<Assignment> ofIncident(Handle handle, IncidentId id) {
    return list(handle, "a.incident_id", id.value());
  }

  private static List<Assignment> list(Handle handle, String column, UUID id) {
    Map<UUID, List<Assignment.Stamp>> stamps = stamps(handle, column, id);
    return handle
        .createQuery(
            """
            SELECT a.*, i.number, u.call_sign, u.kind
              FROM command.assignment a
              JOIN command.incident i ON i.id = a.incident_id
              JOIN command.unit u ON u.id = a.unit_id
             WHERE %s = :id ORDER BY a.created_at, u.call_sign
            """
                .formatted(column))
        .bind("id", id)
        .map((rs, context) ->
            new Assignment(
                Rows.uuid(rs, "id"),
                Rows.uuid(rs, "incident_id"),
                rs.getString("number"),
                Rows.uuid(rs, "unit_id"),
                rs.getString("call_sign"),
                rs.getString("kind"),
                rs.getString("agency"),
                Step.of(rs.getString("step")),
                rs.getBoolean("open"),
                rs.getString("destination"),
                Rows.findInstant(rs, "next_check_at"),
                stamps.getOrDefault(Rows.uuid(rs, "id"), List.of())))
        .list();
  }

  private static Map<UUID, List<Assignment.Stamp>> stamps(Handle handle, String column, UUID id) {
    Map<UUID, List<Assignment.Stamp>> stamps = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT s.* FROM command.assignment_stamp s
              JOIN command.assignment a ON a.id = s.assignment_id
             WHERE %s = :id ORDER BY s.at, command.step_rank(s.step)
            """
                .formatted(column))
        .bind("id", id)
        .map((rs, context) ->
            Map.entry(
                Rows.uuid(rs, "assignment_id"),
                new Assignment.Stamp(
                    Step.of(rs.getString("step")),
                    Rows.instant(rs, "at"),
                    Rows.instant(rs, "recorded_at"),
                    rs.getString("by_name"),
                    rs.getBoolean("late"))))
        .forEach(row ->
            stamps.computeIfAbsent(row.getKey(), a -> new ArrayList<>()).add(row.getValue()));
    return stamps;
  }
}
