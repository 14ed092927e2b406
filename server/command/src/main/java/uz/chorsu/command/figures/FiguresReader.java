package uz.chorsu.command.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Changes;

/// Reads the line of figures: two statements, at most once a second however many ask.
public final class FiguresReader {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PERIOD = Duration.ofMinutes(60);

  private final Changes changes;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Figures last;

  public FiguresReader(Changes changes) {
    this.changes = changes;
  }

  /// Not older than a second.
  public Figures get() {
    Figures known = fresh();
    if (known != null) {
      return known;
    }
    reading.lock();
    try {
      known = fresh();
      if (known == null) {
        known = changes.read(this::read);
        last = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }

  private @Nullable Figures fresh() {
    Figures known = last;
    Instant now = changes.now();
    boolean usable =
        known != null && !known.at().isAfter(now) && known.at().plus(FRESH).isAfter(now);
    return usable ? known : null;
  }

  private Figures read(Handle handle) {
    Map<String, Integer> free = new TreeMap<>();
    Map<String, Integer> total = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT u.kind, count(*) AS total,
                   count(*) FILTER (WHERE u.status NOT IN ('out-of-service', 'off-duty')
                     AND a.id IS NULL AND b.id IS NULL) AS free
              FROM command.unit u
              LEFT JOIN command.assignment a ON a.unit_id = u.id AND a.open
              LEFT JOIN command.assignment b ON b.crew_id = u.crew_id AND b.open
             WHERE u.retired_at IS NULL GROUP BY u.kind
            """)
        .map((rs, context) -> {
          total.put(rs.getString("kind"), rs.getInt("total"));
          return free.put(rs.getString("kind"), rs.getInt("free"));
        })
        .forEach(kind -> {});
    Instant now = changes.now();
    return handle
        .createQuery(
            """
            SELECT o.*, d.*, w.*
              FROM (SELECT count(*) AS open,
                           count(*) FILTER (WHERE state IN ('received', 'pending')) AS pending,
                           min(CASE WHEN first_dispatched_at IS NULL THEN clock_from
                                    ELSE state_since END)
                             FILTER (WHERE state IN ('received', 'pending')) AS oldest
                      FROM command.incident WHERE state <> 'closed') o,
                   (SELECT count(*) AS dispatched,
                           percentile_disc(0.9) WITHIN GROUP (ORDER BY
                             extract(epoch FROM first_dispatched_at - clock_from)::float8) AS p90
                      FROM command.incident
                     WHERE first_dispatched_at > :since AND first_dispatched_at >= clock_from) d,
                   (SELECT (SELECT count(*) FROM command.warning WHERE ended_at IS NULL)
                         + (SELECT count(*) FROM command.part
                             WHERE pending_again_since IS NOT NULL) AS warnings,
                           (SELECT count(*) FROM command.unit
                             WHERE emergency_since IS NOT NULL AND retired_at IS NULL)
                             AS emergencies) w
            """)
        .bind("since", now.minus(PERIOD).atOffset(ZoneOffset.UTC))
        .map((rs, context) -> figures(rs, now, free, total))
        .one();
  }

  private static Figures figures(
      ResultSet rs, Instant now, Map<String, Integer> free, Map<String, Integer> total)
      throws SQLException {
    int emergencies = rs.getInt("emergencies");
    return new Figures(
        now,
        rs.getInt("open"),
        rs.getInt("pending"),
        Rows.findInstant(rs, "oldest"),
        Rows.findDouble(rs, "p90"),
        rs.getInt("dispatched"),
        free,
        total,
        rs.getInt("warnings") + emergencies,
        emergencies);
  }
}
