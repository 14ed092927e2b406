package uz.chorsu.command.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;

/// Derives the state of an incident and of its parts from their assignments.
///
/// A part is as far as its most advanced open assignment. Without one, the assignment that ended
/// last decides: if it was cleared after it had been on scene, the part stays on scene until it is
/// closed; if it was cancelled, taken away or cleared before the scene, the part is pending again.
/// The incident is as far as its least advanced open part.
public final class States {
  private States() {}

  /// What the derivation needs of an incident.
  record Head(
      IncidentId id,
      String number,
      String typeCode,
      @Nullable String subtypeCode,
      int priority,
      int alarmLevel,
      IncidentState state,
      Where where,
      boolean typeFixed,
      boolean placeFixed,
      boolean priorityFixed,
      @Nullable Instant enteredAt,
      long version) {

    /// Type and place are known, so that somebody can be sent.
    boolean isReady() {
      return !typeCode.equals(Incidents.UNKNOWN_TYPE) && where.isKnown();
    }

    boolean isClosed() {
      return state == IncidentState.CLOSED;
    }
  }

  /// One agency's part as it is stored.
  record PartRow(
      UUID id,
      String agency,
      int priority,
      boolean priorityFixed,
      IncidentState state,
      @Nullable Instant pendingAgainSince,
      @Nullable Instant reopenedAt) {}

  private record AssignmentRow(
      UUID partId, Step step, boolean attended, boolean sent, @Nullable Instant endedRecordedAt) {}

  /// Locks incidents until the end of the change, in the order of ids.
  public static void lock(Handle handle, Collection<IncidentId> ids) {
    handle
        .createQuery(
            "SELECT id FROM command.incident WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
        .bind("ids", Rows.ids(ids, IncidentId::value))
        .mapTo(UUID.class)
        .list();
  }

  /// Locks one incident and reads it.
  ///
  /// @throws NotFound if there is none with this id
  static Head lock(Handle handle, IncidentId id) {
    lock(handle, List.of(id));
    return get(handle, id);
  }

  static Head get(Handle handle, IncidentId id) {
    return handle
        .createQuery("SELECT * FROM command.incident WHERE id = :id")
        .bind("id", id.value())
        .map((rs, context) ->
            new Head(
                id,
                rs.getString("number"),
                rs.getString("type_code"),
                rs.getString("subtype_code"),
                rs.getInt("priority"),
                rs.getInt("alarm_level"),
                IncidentState.of(rs.getString("state")),
                Where.read(rs),
                rs.getBoolean("type_fixed"),
                rs.getBoolean("place_fixed"),
                rs.getBoolean("priority_fixed"),
                Rows.findInstant(rs, "entered_at"),
                rs.getLong("version")))
        .findOne()
        .orElseThrow(() -> new NotFound("incident", id));
  }

  static List<PartRow> parts(Handle handle, IncidentId id) {
    return handle
        .createQuery("SELECT * FROM command.part WHERE incident_id = :id ORDER BY id")
        .bind("id", id.value())
        .map((rs, context) ->
            new PartRow(
                Rows.uuid(rs, "id"),
                rs.getString("agency"),
                rs.getInt("priority"),
                rs.getBoolean("priority_fixed"),
                IncidentState.of(rs.getString("state")),
                Rows.findInstant(rs, "pending_again_since"),
                Rows.findInstant(rs, "reopened_at")))
        .list();
  }

  /// Writes the states anew after assignments, parts, type or place have changed. The incident must
  /// be locked.
  ///
  /// @param at event time of what changed
  public static void derive(Change change, IncidentId id, Instant at) {
    Handle handle = change.handle();
    Head head = get(handle, id);
    List<AssignmentRow> assignments = assignments(handle, id);
    List<PartRow> open = new ArrayList<>();
    for (PartRow part : parts(handle, id)) {
      if (part.state() != IncidentState.CLOSED) {
        open.add(derivePart(change, head, part, assignments, at));
      }
    }
    if (!open.isEmpty()) {
      IncidentState state =
          open.stream().map(PartRow::state).min(Comparator.naturalOrder()).orElseThrow();
      int priority = open.stream().mapToInt(PartRow::priority).min().orElseThrow();
      deriveIncident(change, head, state, priority, at);
    }
  }

  private static PartRow derivePart(
      Change change, Head head, PartRow part, List<AssignmentRow> all, Instant at) {
    List<AssignmentRow> own = all.stream().filter(a -> a.partId().equals(part.id())).toList();
    IncidentState reached = reached(part, own);
    boolean again =
        reached == null
            && (part.pendingAgainSince() != null
                || part.state().compareTo(IncidentState.DISPATCHED) >= 0);
    IncidentState waiting =
        again || head.isReady() ? IncidentState.PENDING : IncidentState.RECEIVED;
    IncidentState state = reached == null ? waiting : reached;
    Instant againSince = part.pendingAgainSince() == null ? change.now() : part.pendingAgainSince();
    PartRow derived =
        new PartRow(
            part.id(),
            part.agency(),
            part.priority(),
            part.priorityFixed(),
            state,
            again ? againSince : null,
            part.reopenedAt());
    if (!derived.equals(part)) {
      write(change, derived, state == part.state() ? null : at);
    }
    if (again && part.pendingAgainSince() == null) {
      change.record(
          Entry.of(
                  "pending-again",
                  "The " + part.agency() + " part of " + head.number() + " is pending again")
              .incident(head.id())
              .with("agency", part.agency())
              .with("number", head.number()));
    }
    return derived;
  }

  /// Where the assignments have brought a part; null when it waits for units.
  private static @Nullable IncidentState reached(PartRow part, List<AssignmentRow> own) {
    Stream<@Nullable IncidentState> states =
        own.stream().filter(a -> a.step().isOpen()).map(a -> a.step().partState());
    IncidentState most =
        states.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    if (most != null) {
      return most;
    }
    Instant reopenedAt = part.reopenedAt();
    AssignmentRow last = null;
    for (AssignmentRow one : own) {
      Instant ended = one.endedRecordedAt();
      if (ended != null && one.sent() && (reopenedAt == null || ended.isAfter(reopenedAt))) {
        last = one;
      }
    }
    return last != null && last.step() == Step.CLEARED && last.attended()
        ? IncidentState.ON_SCENE
        : null;
  }

  private static List<AssignmentRow> assignments(Handle handle, IncidentId id) {
    return handle
        .createQuery(
            """
            SELECT a.part_id, a.step, a.attended, a.ended_recorded_at, EXISTS (
                SELECT 1 FROM command.assignment_stamp s
                 WHERE s.assignment_id = a.id AND command.step_rank(s.step) BETWEEN 2 AND 9) AS sent
              FROM command.assignment a WHERE a.incident_id = :id
             ORDER BY a.ended_recorded_at, a.id
            """)
        .bind("id", id.value())
        .map((rs, context) ->
            new AssignmentRow(
                Rows.uuid(rs, "part_id"),
                Step.of(rs.getString("step")),
                rs.getBoolean("attended"),
                rs.getBoolean("sent"),
                Rows.findInstant(rs, "ended_recorded_at")))
        .list();
  }

  private static void write(Change change, PartRow part, @Nullable Instant since) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.part SET state = :state, pending_again_since = :again,
              state_since = coalesce(CAST(:since AS timestamptz), state_since)
            WHERE id = :id
            """)
        .bind("state", part.state().word())
        .bind("again", part.pendingAgainSince())
        .bind("since", since)
        .bind("id", part.id())
        .execute();
  }

  private static void deriveIncident(
      Change change, Head head, IncidentState state, int priority, Instant at) {
    boolean entered = head.enteredAt() == null && state != IncidentState.RECEIVED;
    if (state == head.state() && priority == head.priority() && !entered) {
      return;
    }
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.incident SET state = :state, priority = :priority,
              state_since = CASE WHEN state = :state THEN state_since ELSE :at END,
              entered_at = CASE WHEN :entered THEN :now ELSE entered_at END,
              outcome = NULL, closed_at = NULL
            WHERE id = :id
            """)
        .bind("state", state.word())
        .bind("priority", priority)
        .bind("at", at)
        .bind("now", change.now())
        .bind("entered", entered)
        .bind("id", head.id().value())
        .execute();
  }
}
