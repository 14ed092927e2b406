package uz.chorsu.command.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.IncidentSummary.Assigned;
import uz.chorsu.command.incidents.IncidentSummary.Part;
import uz.chorsu.command.incidents.IncidentSummary.Warning;
import uz.chorsu.command.seal.PhoneMask;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;

/// Reads incidents as the queue shows them: five statements, however many there are.
public final class Summaries {
  private final Sealer sealer;

  public Summaries(Sealer sealer) {
    this.sealer = sealer;
  }

  /// @throws NotFound if there is none with this id
  public IncidentSummary get(Handle handle, IncidentId id) {
    return list(handle, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("incident", id));
  }

  /// Those of the ids that are there, in the order of the ids.
  public List<IncidentSummary> list(Handle handle, Collection<IncidentId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    UUID[] asked = Rows.ids(ids, IncidentId::value);
    Map<UUID, Parts> parts = new LinkedHashMap<>();
    for (UUID id : asked) {
      parts.put(id, new Parts());
    }
    readCalls(handle, asked, parts);
    readParts(handle, asked, parts);
    readAssigned(handle, asked, parts);
    readWarnings(handle, asked, parts);
    Map<UUID, IncidentSummary> found = new HashMap<>();
    query(
            handle,
            "SELECT * FROM command.incident WHERE id = ANY(:ids)",
            asked,
            (rs, context) -> summary(rs, of(parts, rs, "id")))
        .forEach(summary -> found.put(summary.id(), summary));
    return parts.keySet().stream().filter(found::containsKey).map(found::get).toList();
  }

  /// What belongs to one incident.
  private static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private final List<Assigned> assigned = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int calls;
    private String phone = "";
  }

  private void readCalls(Handle handle, UUID[] ids, Map<UUID, Parts> parts) {
    query(
        handle,
        """
        SELECT incident_id, id, phone_sealed FROM command.call WHERE incident_id = ANY(:ids)
         ORDER BY received_at, id
        """,
        ids,
        (rs, context) -> {
          Parts part = of(parts, rs, "incident_id");
          part.calls++;
          byte[] phone = rs.getBytes("phone_sealed");
          if (phone != null && part.phone.isEmpty()) {
            Subject subject = new Subject("call", Rows.uuid(rs, "id"), "phone");
            part.phone = PhoneMask.mask(sealer.open(subject, phone));
          }
          return part;
        });
  }

  private static void readParts(Handle handle, UUID[] ids, Map<UUID, Parts> parts) {
    query(
        handle,
        "SELECT * FROM command.part WHERE incident_id = ANY(:ids) ORDER BY priority, id",
        ids,
        (rs, context) -> {
          Parts part = of(parts, rs, "incident_id");
          String agency = rs.getString("agency");
          part.parts.add(
              new Part(
                  agency,
                  rs.getInt("priority"),
                  IncidentState.of(rs.getString("state")),
                  Rows.instant(rs, "state_since"),
                  rs.getString("disposition")));
          Instant again = Rows.findInstant(rs, "pending_again_since");
          if (again != null) {
            part.warnings.add(
                new Warning(Warning.Kind.PENDING_AGAIN, again, null, null, null, agency));
          }
          return part;
        });
  }

  private static void readAssigned(Handle handle, UUID[] ids, Map<UUID, Parts> parts) {
    query(
        handle,
        """
        SELECT a.id, a.incident_id, a.unit_id, a.agency, a.step, a.step_since,
               u.call_sign, u.kind, u.emergency_since
          FROM command.assignment a JOIN command.unit u ON u.id = a.unit_id
         WHERE a.open AND a.incident_id = ANY(:ids) ORDER BY a.created_at, u.call_sign
        """,
        ids,
        (rs, context) -> {
          Parts part = of(parts, rs, "incident_id");
          Assigned assigned =
              new Assigned(
                  Rows.uuid(rs, "id"),
                  Rows.uuid(rs, "unit_id"),
                  rs.getString("call_sign"),
                  rs.getString("kind"),
                  rs.getString("agency"),
                  Step.of(rs.getString("step")),
                  Rows.instant(rs, "step_since"));
          part.assigned.add(assigned);
          Instant emergency = Rows.findInstant(rs, "emergency_since");
          if (emergency != null) {
            part.warnings.add(
                new Warning(
                    Warning.Kind.EMERGENCY,
                    emergency,
                    assigned.unitId(),
                    assigned.callSign(),
                    assigned.assignmentId(),
                    null));
          }
          return part;
        });
  }

  private static void readWarnings(Handle handle, UUID[] ids, Map<UUID, Parts> parts) {
    query(
        handle,
        """
        SELECT w.*, u.call_sign FROM command.warning w LEFT JOIN command.unit u ON u.id = w.unit_id
         WHERE w.ended_at IS NULL AND w.incident_id = ANY(:ids) ORDER BY w.since
        """,
        ids,
        (rs, context) -> {
          Parts part = of(parts, rs, "incident_id");
          part.warnings.add(
              new Warning(
                  Warning.Kind.of(rs.getString("kind")),
                  Rows.instant(rs, "since"),
                  rs.getObject("unit_id", UUID.class),
                  rs.getString("call_sign"),
                  rs.getObject("assignment_id", UUID.class),
                  rs.getString("text")));
          return part;
        });
  }

  private static IncidentSummary summary(ResultSet rs, Parts parts) throws SQLException {
    Where where = Where.read(rs);
    parts.warnings.sort(Comparator.comparing(Warning::kind).thenComparing(Warning::since));
    return new IncidentSummary(
        Rows.uuid(rs, "id"),
        rs.getString("number"),
        rs.getString("type_code"),
        rs.getString("subtype_code"),
        rs.getInt("priority"),
        rs.getInt("alarm_level"),
        IncidentState.of(rs.getString("state")),
        Rows.instant(rs, "state_since"),
        rs.getString("outcome"),
        rs.getObject("duplicate_of", UUID.class),
        rs.getBoolean("reopened"),
        where.lat(),
        where.lon(),
        where.address(),
        where.location(),
        rs.getBoolean("on_network"),
        Rows.instant(rs, "received_at"),
        Rows.instant(rs, "recorded_at"),
        Rows.instant(rs, "clock_from"),
        Rows.findInstant(rs, "first_dispatched_at"),
        Rows.findInstant(rs, "closed_at"),
        parts.calls,
        parts.phone.isEmpty() ? null : parts.phone,
        List.copyOf(parts.parts),
        List.copyOf(parts.assigned),
        List.copyOf(parts.warnings),
        rs.getInt("version"));
  }

  private static Parts of(Map<UUID, Parts> parts, ResultSet rs, String column) throws SQLException {
    return parts.computeIfAbsent(Rows.uuid(rs, column), id -> new Parts());
  }

  private static <T> List<T> query(Handle handle, String sql, UUID[] ids, RowMapper<T> row) {
    return handle.createQuery(sql).bind("ids", ids).map(row).list();
  }
}
