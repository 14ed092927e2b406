package uz.chorsu.command.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.alerts.AlertMessage.UnitToWake;
import uz.chorsu.command.alerts.AlertMessage.WhereToGo;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.plans.AlertPort;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType;
import uz.chorsu.command.plans.Names;

/// The rows of the alerts: what is due, what came of it.
final class AlertBook {
  private static final String SELECT =
      """
      SELECT a.*, u.call_sign FROM command.alert a JOIN command.unit u ON u.id = a.unit_id
      """;

  private final CityPlan plan;

  AlertBook(CityPlan plan) {
    this.plan = plan;
  }

  /// An alert to be sent now.
  record Due(UUID id, String port, int attempt, String callSign, AlertMessage message) {}

  /// Copies the ports of the plan, so that the database makes alerts for them.
  static void writePorts(Handle handle, List<AlertPort> ports) {
    handle.execute("LOCK TABLE command.alert_port IN EXCLUSIVE MODE");
    handle.execute("DELETE FROM command.alert_port");
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO command.alert_port (name, agencies, stations) VALUES (:name, :agencies, :stations)")) {
      for (AlertPort port : ports) {
        batch
            .bind("name", port.name())
            .bind("agencies", port.agencies().toArray(String[]::new))
            .bind("stations", port.stations().toArray(String[]::new))
            .add();
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /// Takes alerts of one port for sending. Until `leaseUntil` nobody else takes them; after a crash
  /// they are due again then.
  List<Due> take(Handle handle, String port, int limit, Instant now, Instant leaseUntil) {
    return handle
        .createQuery(
            """
            WITH taken AS (
              UPDATE command.alert SET attempts = attempts + 1, due_at = :lease
               WHERE id IN (
                 SELECT id FROM command.alert
                  WHERE state = 'waiting' AND due_at <= :now AND port = :port
                  ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
              RETURNING *)
            SELECT t.id, t.port, t.attempts, t.created_at,
                   u.call_sign, u.kind, u.agency, s.name_en AS station,
                   i.number, i.type_code, i.subtype_code, i.priority, i.alarm_level,
                   i.address, i.lat, i.lon
              FROM taken t
              JOIN command.unit u ON u.id = t.unit_id
              LEFT JOIN command.station s ON s.id = u.station_id
              JOIN command.incident i ON i.id = t.incident_id
             ORDER BY i.priority, t.created_at
            """)
        .bind("lease", leaseUntil)
        .bind("now", now)
        .bind("port", port)
        .bind("limit", limit)
        .map((rs, context) -> due(rs))
        .list();
  }

  /// Alerts of ports that the plan no longer names, and of assignments that have ended, are not
  /// sent any more.
  List<Alert> giveUpUseless(Handle handle, List<String> ports) {
    return handle
        .createQuery(
            """
            WITH useless AS (
              UPDATE command.alert a SET state = 'failed', due_at = NULL,
                problem = CASE WHEN a.port = ANY(:ports) THEN 'the assignment ended before it was sent'
                          ELSE 'the plan no longer names this port' END
               WHERE a.state = 'waiting' AND (a.port <> ALL(:ports) OR NOT EXISTS (
                 SELECT 1 FROM command.assignment s WHERE s.id = a.assignment_id AND s.open))
              RETURNING *)
            SELECT a.*, u.call_sign FROM useless a JOIN command.unit u ON u.id = a.unit_id
            """)
        .bind("ports", ports.toArray(String[]::new))
        .map((rs, context) -> alert(rs))
        .list();
  }

  static void sent(Handle handle, UUID id, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE command.alert SET state = 'sent', due_at = NULL, sent_at = :now, problem = NULL
             WHERE id = :id AND state = 'waiting'
            """)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /// @param again next attempt; null to give up
  static void failed(Handle handle, UUID id, String problem, @Nullable Instant again) {
    handle
        .createUpdate(
            """
            UPDATE command.alert SET problem = :problem, due_at = :again,
              state = CASE WHEN CAST(:again AS timestamptz) IS NULL THEN 'failed' ELSE state END
             WHERE id = :id AND state = 'waiting'
            """)
        .bind("problem", problem)
        .bind("again", again)
        .bind("id", id)
        .execute();
  }

  /// The first receipt counts.
  ///
  /// @return the alert if this was the first one
  static Optional<Alert> received(Handle handle, UUID id, Instant at, @Nullable String device) {
    return handle
        .createQuery(
            """
            WITH arrived AS (
              UPDATE command.alert SET state = 'received', due_at = NULL, received_at = :at,
                device = :device, problem = NULL
               WHERE id = :id AND state <> 'received' RETURNING *)
            SELECT a.*, u.call_sign FROM arrived a JOIN command.unit u ON u.id = a.unit_id
            """)
        .bind("at", at)
        .bind("device", device)
        .bind("id", id)
        .map((rs, context) -> alert(rs))
        .findOne();
  }

  static Optional<Alert> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "WHERE a.id = :id")
        .bind("id", id)
        .map((rs, context) -> alert(rs))
        .findOne();
  }

  /// Newest first.
  ///
  /// @param before and `beforeId` where the last page ended; null for the first
  static List<Alert> list(
      Handle handle,
      @Nullable UUID incident,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE (CAST(:incident AS uuid) IS NULL OR a.incident_id = :incident)
                  AND (CAST(:before AS timestamptz) IS NULL
                    OR (a.created_at, a.id) < (:before, CAST(:beforeId AS uuid)))
                ORDER BY a.created_at DESC, a.id DESC LIMIT :limit
                """)
        .bind("incident", incident)
        .bind("before", before)
        .bind("beforeId", beforeId)
        .bind("limit", limit)
        .map((rs, context) -> alert(rs))
        .list();
  }

  static void forget(Handle handle, Instant now, Duration after) {
    handle
        .createUpdate("DELETE FROM command.alert WHERE created_at < :before")
        .bind("before", now.minus(after))
        .execute();
  }

  private Due due(ResultSet rs) throws SQLException {
    UUID id = Rows.uuid(rs, "id");
    String type = rs.getString("type_code");
    String subtype = rs.getString("subtype_code");
    AlertMessage message =
        new AlertMessage(
            id,
            "/api/v1/alerts/" + id + "/receipt",
            Rows.instant(rs, "created_at"),
            new UnitToWake(
                rs.getString("call_sign"),
                rs.getString("kind"),
                rs.getString("agency"),
                rs.getString("station")),
            new WhereToGo(
                rs.getString("number"),
                type,
                subtype,
                typeName(type, subtype),
                rs.getInt("priority"),
                rs.getInt("alarm_level"),
                rs.getString("address"),
                Rows.findDouble(rs, "lat"),
                Rows.findDouble(rs, "lon")));
    return new Due(
        id, rs.getString("port"), rs.getInt("attempts"), rs.getString("call_sign"), message);
  }

  private Names typeName(String code, @Nullable String subtype) {
    IncidentType type = plan.findType(code).orElse(null);
    if (type == null) {
      return new Names(code, null, null);
    }
    return type.subtypes().stream()
        .filter(one -> one.code().equals(subtype))
        .map(IncidentType.Subtype::name)
        .findFirst()
        .orElse(type.name());
  }

  private static Alert alert(ResultSet rs) throws SQLException {
    return new Alert(
        Rows.uuid(rs, "id"),
        Rows.uuid(rs, "assignment_id"),
        Rows.uuid(rs, "incident_id"),
        Rows.uuid(rs, "unit_id"),
        rs.getString("call_sign"),
        rs.getString("port"),
        Alert.State.of(rs.getString("state")),
        rs.getInt("attempts"),
        Rows.instant(rs, "created_at"),
        Rows.findInstant(rs, "sent_at"),
        Rows.findInstant(rs, "received_at"),
        rs.getString("problem"));
  }
}
