package uz.chorsu.command.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.model.Refused;

/// Reads what a period was like, over incidents lived here and imported ones.
public final class KpiReader {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  // An open assignment keeps its unit busy until now.
  private static final String LIVED =
      """
      SELECT i.id::text AS incident, i.received_at, i.entered_at AS entry_at, i.type_code AS type,
             (SELECT p.agency FROM command.part p WHERE p.incident_id = i.id
               ORDER BY p.priority, p.id LIMIT 1) AS agency,
             a.unit_id::text AS unit, s.dispatch_at, s.en_route_at, s.on_scene_at,
             CASE WHEN a.open THEN :now ELSE s.available_at END AS available_at
        FROM command.incident i
        LEFT JOIN command.assignment a ON a.incident_id = i.id
        LEFT JOIN LATERAL (
          SELECT min(at) FILTER (WHERE step = 'dispatched') AS dispatch_at,
                 min(at) FILTER (WHERE step = 'en-route') AS en_route_at,
                 min(at) FILTER (WHERE step = 'on-scene') AS on_scene_at,
                 min(at) FILTER (WHERE step IN ('cleared', 'cancelled')) AS available_at
            FROM command.assignment_stamp WHERE assignment_id = a.id) s ON true
       WHERE i.received_at >= :from AND i.received_at < :to AND i.duplicate_of IS NULL
       ORDER BY i.received_at, i.id, s.dispatch_at, a.id
      """;

  private static final String IMPORTED =
      """
      WITH chosen AS (
        SELECT import_id, incident_number, min(received_at) AS first_received
          FROM command.history_row GROUP BY import_id, incident_number
        HAVING min(received_at) >= :from AND min(received_at) < :to)
      SELECT r.import_id || ' ' || r.incident_number AS incident, r.received_at, r.entry_at,
             r.call_type AS type, 'fire' AS agency, r.import_id || ' ' || r.unit AS unit,
             r.dispatch_at, r.en_route_at, r.on_scene_at, r.available_at
        FROM command.history_row r JOIN chosen c USING (import_id, incident_number)
       ORDER BY c.first_received, r.import_id, r.incident_number, r.row
      """;

  private final Changes changes;
  private final CityPlan plan;

  public KpiReader(Changes changes, CityPlan plan) {
    this.changes = changes;
    this.plan = plan;
  }

  /// Which incidents count.
  public enum Source {
    ALL,
    LIVED,
    IMPORTED
  }

  /// Incidents received in [from, to).
  ///
  /// @param from null means from the beginning
  /// @param to null means without end
  /// @throws Refused if the period ends before it begins
  public Kpi read(@Nullable Instant from, @Nullable Instant to, Source source) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new Refused("to", "not before from", to.toString());
    }
    Instant begin = from == null ? BEGINNING : from;
    Instant end = to == null ? END : to;
    return changes.read(handle ->
        handle.inTransaction(one -> {
          KpiCount count = new KpiCount(plan);
          int calls = 0;
          if (source != Source.IMPORTED) {
            rows(one.createQuery(LIVED).bind("now", utc(changes.now())), begin, end, count);
            calls += livedCalls(one, begin, end);
          }
          if (source != Source.LIVED) {
            rows(one.createQuery(IMPORTED), begin, end, count);
            calls += importedCalls(one, begin, end);
          }
          return count.finish(from, to, calls);
        }));
  }

  private static void rows(Query query, Instant from, Instant to, KpiCount count) {
    query
        .bind("from", utc(from))
        .bind("to", utc(to))
        .setFetchSize(ROWS_AT_ONCE)
        .map((rs, context) -> row(rs))
        .forEach(count::add);
  }

  private static UnitTimes row(ResultSet rs) throws SQLException {
    return new UnitTimes(
        rs.getString("incident"),
        Rows.instant(rs, "received_at"),
        Rows.findInstant(rs, "entry_at"),
        rs.getString("type"),
        rs.getString("agency"),
        rs.getString("unit"),
        Rows.findInstant(rs, "dispatch_at"),
        Rows.findInstant(rs, "en_route_at"),
        Rows.findInstant(rs, "on_scene_at"),
        Rows.findInstant(rs, "available_at"));
  }

  private static int livedCalls(Handle handle, Instant from, Instant to) {
    return number(
        handle,
        """
        SELECT count(*) FROM command.call c JOIN command.incident i ON i.id = c.incident_id
         WHERE i.received_at >= :from AND i.received_at < :to AND i.duplicate_of IS NULL
        """,
        from,
        to);
  }

  private static int importedCalls(Handle handle, Instant from, Instant to) {
    return number(
        handle,
        """
        SELECT count(*) FROM (
          SELECT DISTINCT import_id, call_number FROM command.history_row
           WHERE received_at >= :from AND received_at < :to) calls
        """,
        from,
        to);
  }

  private static int number(Handle handle, String sql, Instant from, Instant to) {
    Optional<Integer> found =
        handle
            .createQuery(sql)
            .bind("from", utc(from))
            .bind("to", utc(to))
            .mapTo(Integer.class)
            .findOne();
    return found.orElse(0);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
