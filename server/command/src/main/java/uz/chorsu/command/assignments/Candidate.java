package uz.chorsu.command.assignments;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.Step;

/// A unit that may be sent, as it is while it is locked.
///
/// @param busyWith its open assignment
/// @param boundBy call sign of the unit that its crew is out with
record Candidate(
    UUID id,
    String callSign,
    String agency,
    String status,
    @Nullable UUID crewId,
    @Nullable Busy busyWith,
    @Nullable String boundBy) {

  /// @param priority of the incident it is on
  record Busy(UUID assignmentId, UUID incidentId, String number, int priority, Step step) {}

  /// Locks units and then their crews, each in the order of ids, and reads them. Units that are not
  /// in the fleet are left out.
  static Map<UUID, Candidate> lock(Handle handle, UUID[] units) {
    handle
        .createQuery(
            "SELECT id FROM command.unit WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
        .bind("ids", units)
        .mapTo(UUID.class)
        .list();
    handle
        .createQuery(
            """
            SELECT id FROM command.crew
             WHERE id IN (SELECT crew_id FROM command.unit WHERE id = ANY(:ids))
             ORDER BY id FOR NO KEY UPDATE
            """)
        .bind("ids", units)
        .mapTo(UUID.class)
        .list();
    return read(handle, units);
  }

  /// The incidents that units are on now, without a lock.
  static TreeSet<UUID> incidentsOf(Handle handle, UUID[] units) {
    return handle
        .createQuery(
            "SELECT DISTINCT incident_id FROM command.assignment WHERE open AND unit_id = ANY(:ids)")
        .bind("ids", units)
        .mapTo(UUID.class)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<UUID, Candidate> read(Handle handle, UUID[] units) {
    return handle
        .createQuery(
            """
            SELECT u.id, u.call_sign, u.agency, u.status, u.crew_id,
                   a.id AS assignment_id, a.incident_id, a.step, i.number, i.priority,
                   o.call_sign AS bound_by
              FROM command.unit u
              LEFT JOIN command.assignment a ON a.unit_id = u.id AND a.open
              LEFT JOIN command.incident i ON i.id = a.incident_id
              LEFT JOIN command.assignment b
                     ON b.crew_id = u.crew_id AND b.open AND b.unit_id <> u.id
              LEFT JOIN command.unit o ON o.id = b.unit_id
             WHERE u.id = ANY(:ids) AND u.retired_at IS NULL
            """)
        .bind("ids", units)
        .map((rs, context) -> {
          UUID assignment = rs.getObject("assignment_id", UUID.class);
          Busy busy =
              assignment == null
                  ? null
                  : new Busy(
                      assignment,
                      Rows.uuid(rs, "incident_id"),
                      rs.getString("number"),
                      rs.getInt("priority"),
                      Step.of(rs.getString("step")));
          return new Candidate(
              Rows.uuid(rs, "id"),
              rs.getString("call_sign"),
              rs.getString("agency"),
              rs.getString("status"),
              rs.getObject("crew_id", UUID.class),
              busy,
              rs.getString("bound_by"));
        })
        .collect(Collectors.toMap(Candidate::id, Function.identity()));
  }
}
