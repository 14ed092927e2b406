package uz.chorsu.command.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Pulse;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.CityPlan.Target;
import uz.chorsu.command.recommend.Recommendation.RecommendedUnit;
import uz.chorsu.command.recommend.Recommender;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.ChorsuException;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Looks each second for what must not be overlooked: a top-priority dispatch that no crew has
/// acknowledged, a crew that has not been asked whether it is well, a time target that is missed.
/// Several processes may look at once: the database takes each warning only once.
///
/// Targets ring sparingly, because one in ten incidents may miss them: only incidents of priority 1
/// and 2 that nobody was sent to, and top-priority ones where nobody has set out.
public final class Watch {
  private static final int RINGING_PRIORITY = 2;

  private final Changes changes;
  private final CityPlan plan;
  private final Recommender recommender;
  private final CrewChecks crewChecks;

  public Watch(Changes changes, CityPlan plan, Recommender recommender, CrewChecks crewChecks) {
    this.changes = changes;
    this.plan = plan;
    this.recommender = recommender;
    this.crewChecks = crewChecks;
  }

  /// Begins to look.
  public void begin(Pulse pulse) {
    pulse.follow("warnings", Duration.ofSeconds(1), Duration.ofMillis(500), this::look);
  }

  /// One finding.
  private record Finding(
      String kind,
      UUID incident,
      String number,
      @Nullable UUID unit,
      @Nullable String callSign,
      @Nullable UUID assignment,
      Instant since) {}

  void look() {
    Instant now = changes.now();
    crewChecks.follow();
    unacknowledged(now).forEach(this::warnUnacknowledged);
    overdueChecks(now)
        .forEach(found ->
            warn(found, found.callSign() + " has not answered its crew check", null, null));
    notSent(now)
        .forEach(
            found -> warn(found, "Nobody was sent to " + found.number() + " in time", null, null));
    notSetOut(now)
        .forEach(found ->
            warn(found, "Nobody has set out to " + found.number() + " in time", null, null));
    endMissedTargets(now);
  }

  private List<Finding> unacknowledged(Instant now) {
    return find(
        """
        SELECT 'unacknowledged' AS kind, a.incident_id, i.number, a.unit_id, u.call_sign,
               a.id AS assignment_id, a.step_since AS since
          FROM command.assignment a
          JOIN command.incident i ON i.id = a.incident_id
          JOIN command.unit u ON u.id = a.unit_id
         WHERE a.step = 'dispatched' AND a.step_since <= :before AND i.priority <= :priority
        """,
        now.minusSeconds(plan.limits().unacknowledgedSeconds()),
        plan.limits().topPriority());
  }

  private List<Finding> overdueChecks(Instant now) {
    return find(
        """
        SELECT 'crew-check-overdue' AS kind, a.incident_id, i.number, a.unit_id, u.call_sign,
               a.id AS assignment_id, a.next_check_at AS since
          FROM command.assignment a
          JOIN command.incident i ON i.id = a.incident_id
          JOIN command.unit u ON u.id = a.unit_id
         WHERE a.open AND a.next_check_at <= :before AND i.priority <= :priority
        """,
        now,
        5);
  }

  private List<Finding> notSent(Instant now) {
    Target target = plan.findTarget("receivedToFirstDispatch", null).orElse(null);
    return target == null
        ? List.of()
        : find(
            """
            SELECT 'target-missed' AS kind, i.id AS incident_id, i.number, NULL::uuid AS unit_id,
                   NULL AS call_sign, NULL::uuid AS assignment_id, NULL::timestamptz AS since
              FROM command.incident i
             WHERE i.state IN ('received', 'pending') AND i.first_dispatched_at IS NULL
               AND i.clock_from <= :before AND i.priority <= :priority
            """,
            now.minusSeconds(target.seconds()),
            RINGING_PRIORITY);
  }

  private List<Finding> notSetOut(Instant now) {
    int slowest =
        plan.targets().stream()
            .filter(target -> target.interval().equals("dispatchToFirstEnRoute"))
            .mapToInt(Target::seconds)
            .max()
            .orElse(0);
    return slowest == 0
        ? List.of()
        : find(
            """
            SELECT 'target-missed' AS kind, i.id AS incident_id, i.number, NULL::uuid AS unit_id,
                   NULL AS call_sign, NULL::uuid AS assignment_id, NULL::timestamptz AS since
              FROM command.incident i
             WHERE i.state = 'dispatched' AND i.first_dispatched_at <= :before
               AND i.clock_from <= :before AND i.priority <= :priority
            """,
            now.minusSeconds(slowest),
            plan.limits().topPriority());
  }

  /// Only what does not ring yet.
  private List<Finding> find(String found, Instant before, int priority) {
    return changes.readUrgent(handle ->
        handle
            .createQuery(
                "SELECT f.* FROM (%s) f WHERE NOT EXISTS (".formatted(found)
                    + """
                    SELECT 1 FROM command.warning w
                     WHERE w.kind = f.kind AND w.incident_id = f.incident_id
                       AND w.assignment_id IS NOT DISTINCT FROM f.assignment_id
                       AND w.ended_at IS NULL)
                     LIMIT 200
                    """)
            .bind("before", before)
            .bind("priority", priority)
            .map((rs, context) ->
                new Finding(
                    rs.getString("kind"),
                    Rows.uuid(rs, "incident_id"),
                    rs.getString("number"),
                    rs.getObject("unit_id", UUID.class),
                    rs.getString("call_sign"),
                    rs.getObject("assignment_id", UUID.class),
                    since(rs)))
            .list());
  }

  /// What is about an incident rings since it was found.
  private Instant since(ResultSet rs) throws SQLException {
    Instant since = Rows.findInstant(rs, "since");
    return since == null ? changes.now() : since;
  }

  private void warnUnacknowledged(Finding found) {
    RecommendedUnit next = next(found);
    String text =
        found.callSign()
            + " has not acknowledged "
            + found.number()
            + (next == null
                ? "; nobody else is free"
                : "; next: " + next.callSign() + ", " + next.reason());
    warn(found, text, next == null ? null : next.unitId(), next == null ? null : next.callSign());
  }

  /// Who could go instead: of the same kind if there is one.
  private @Nullable RecommendedUnit next(Finding found) {
    try {
      String kind =
          changes.readUrgent(handle ->
              handle
                  .createQuery("SELECT kind FROM command.unit WHERE id = :id")
                  .bind("id", found.unit())
                  .mapTo(String.class)
                  .one());
      return recommender
          .recommend(new IncidentId(found.incident()), OptionalInt.empty())
          .alternatives()
          .stream()
          .filter(one -> one.takeFrom() == null && one.kind().equals(kind))
          .findFirst()
          .orElse(null);
    } catch (ChorsuException e) {
      // Closed in the meantime: the warning itself will not be taken.
      return null;
    }
  }

  private void warn(
      Finding found, String text, @Nullable UUID nextUnit, @Nullable String nextCallSign) {
    changes.perform(
        Actor.CHORSU,
        change -> {
          if (insert(change, found, text)) {
            Entry entry =
                Entry.of(found.kind(), text)
                    .incident(new IncidentId(found.incident()))
                    .with("number", found.number())
                    .with("callSign", found.callSign())
                    .with("nextUnitId", nextUnit == null ? null : nextUnit.toString())
                    .with("nextCallSign", nextCallSign);
            UUID unit = found.unit();
            UUID assignment = found.assignment();
            if (unit != null) {
              entry = entry.unit(new UnitId(unit));
            }
            if (assignment != null) {
              entry = entry.assignment(new AssignmentId(assignment));
            }
            change.record(entry);
          }
        });
  }

  /// Looks once more whether it still holds, with the rows locked.
  private static boolean insert(Change change, Finding found, String text) {
    return holds(change.handle(), found)
        && change
                .handle()
                .createUpdate(
                    """
                    INSERT INTO command.warning (id, kind, incident_id, unit_id, assignment_id, since, text)
                    VALUES (:id, :kind, :incident, :unit, :assignment, :since, :text)
                    ON CONFLICT DO NOTHING
                    """)
                .bind("id", change.newId())
                .bind("kind", found.kind())
                .bind("incident", found.incident())
                .bind("unit", found.unit())
                .bind("assignment", found.assignment())
                .bind("since", found.since())
                .bind("text", text)
                .execute()
            > 0;
  }

  private static boolean holds(Handle handle, Finding found) {
    String sql =
        switch (found.kind()) {
          case "unacknowledged" ->
              "SELECT 1 FROM command.assignment WHERE id = :id AND step = 'dispatched' FOR SHARE";
          case "crew-check-overdue" ->
              "SELECT 1 FROM command.assignment WHERE id = :id AND open AND next_check_at <= :since FOR SHARE";
          default ->
              "SELECT 1 FROM command.incident WHERE id = :id AND state IN ('received', 'pending', 'dispatched') FOR SHARE";
        };
    UUID assignment = found.assignment();
    return handle
        .createQuery(sql)
        .bind("id", assignment == null ? found.incident() : assignment)
        .bind("since", found.since())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// A target about an incident is no longer missed once somebody has set out, or once somebody was
  /// sent and that was what it was about.
  private void endMissedTargets(Instant now) {
    List<Finding> over =
        changes.readUrgent(handle ->
            handle
                .createQuery(
                    """
                    SELECT w.incident_id, i.number, w.since FROM command.warning w
                      JOIN command.incident i ON i.id = w.incident_id
                     WHERE w.kind = 'target-missed' AND w.ended_at IS NULL
                       AND (i.state NOT IN ('received', 'pending', 'dispatched')
                         OR (i.state = 'dispatched' AND w.since <= i.first_dispatched_at))
                    """)
                .map((rs, context) ->
                    new Finding(
                        "target-missed",
                        Rows.uuid(rs, "incident_id"),
                        rs.getString("number"),
                        null,
                        null,
                        null,
                        Rows.instant(rs, "since")))
                .list());
    for (Finding one : over) {
      changes.perform(
          Actor.CHORSU,
          change -> {
            int ended =
                change
                    .handle()
                    .createUpdate(
                        """
                        UPDATE command.warning SET ended_at = greatest(since, :now)
                         WHERE kind = 'target-missed' AND incident_id = :incident AND ended_at IS NULL
                        """)
                    .bind("now", now)
                    .bind("incident", one.incident())
                    .execute();
            if (ended > 0) {
              change.record(
                  Entry.of("target-met-late", "Somebody is under way to " + one.number())
                      .incident(new IncidentId(one.incident()))
                      .with("number", one.number()));
            }
          });
    }
  }
}
