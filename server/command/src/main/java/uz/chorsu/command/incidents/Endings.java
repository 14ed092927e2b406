package uz.chorsu.command.incidents;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.incidents.States.Head;
import uz.chorsu.command.incidents.States.PartRow;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.CityPlan.Disposition;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;

/// Brings agencies in, closes incidents, opens them again and merges duplicates.
public final class Endings {
  private static final String DUPLICATE = "duplicate";

  private final Changes changes;
  private final CityPlan plan;
  private final Summaries summaries;
  private final Notes notes;

  public Endings(Changes changes, CityPlan plan, Summaries summaries, Notes notes) {
    this.changes = changes;
    this.plan = plan;
    this.summaries = summaries;
    this.notes = notes;
  }

  /// Brings another agency in, or sets an agency's priority.
  ///
  /// @param priority 1 to 5; null: as the type says, or as it is
  /// @throws Conflict `incident-closed`
  public IncidentSummary addPart(
      Actor actor, IncidentId id, String agency, @Nullable Integer priority) {
    if (plan.findAgency(agency).isEmpty()) {
      throw new Refused("agency", "an agency of the plan", agency);
    }
    if (priority != null && (priority < 1 || priority > 5)) {
      throw new Refused("priority", "a whole number from 1 to 5", priority.toString());
    }
    return changes.change(
        actor,
        change -> {
          Head head = States.lock(change.handle(), id);
          requireOpen(head);
          ensurePart(change, head, agency, priority, true);
          States.derive(change, id, change.now());
          return summaries.get(change.handle(), id);
        });
  }

  /// The open part of an agency, for a unit that is being sent; made or opened again if needed. The
  /// incident must be locked and open.
  public UUID partFor(Change change, IncidentId id, String agency) {
    return ensurePart(change, States.get(change.handle(), id), agency, null, false);
  }

  /// Closes one agency's part, or all that are open; the incident closes with its last part.
  ///
  /// @param agency null for all
  /// @param note kept sealed
  /// @throws Conflict `crews-on-incident` or `incident-closed`
  public IncidentSummary close(
      Actor actor,
      IncidentId id,
      String disposition,
      @Nullable String agency,
      @Nullable String note) {
    if (plan.findDisposition(disposition).isEmpty()) {
      throw new Refused("disposition", "a disposition of the plan", disposition);
    }
    String words = Texts.check("note", note, Notes.MAX);
    return changes.change(
        actor,
        change -> {
          Head head = States.lock(change.handle(), id);
          requireOpen(head);
          List<PartRow> parts = closing(change.handle(), head, agency);
          requireNoCrews(change.handle(), head, parts);
          parts.forEach(part -> Parts.close(change, part.id(), disposition));
          change.record(
              Entry.of(
                      agency == null ? "closed" : "part-closed",
                      (agency == null
                              ? head.number()
                              : "The " + agency + " part of " + head.number())
                          + " was closed as "
                          + disposition)
                  .incident(id)
                  .note(notes.keepIfAny(change, id, null, words))
                  .with("number", head.number())
                  .with("agency", agency)
                  .with("disposition", disposition));
          closeIfDone(change, head, disposition);
          return summaries.get(change.handle(), id);
        });
  }

  /// Opens a closed incident again; all its parts wait for units.
  ///
  /// @param reason kept sealed, shown on the timeline
  /// @throws Conflict `incident-open`, or `duplicate` for one that was merged away
  public IncidentSummary reopen(Actor actor, IncidentId id, String reason) {
    String why = Texts.require("reason", reason, 400);
    return changes.change(
        actor,
        change -> {
          Head head = States.lock(change.handle(), id);
          if (!head.isClosed()) {
            throw new Conflict("incident-open", head.number() + " is open");
          }
          if (summaries.get(change.handle(), id).duplicateOf() != null) {
            throw new Conflict(
                DUPLICATE,
                head.number() + " was merged into another; split the call there instead");
          }
          openAgain(change, head);
          for (PartRow part : States.parts(change.handle(), id)) {
            Parts.reopen(change, part.id(), IncidentState.PENDING);
          }
          States.derive(change, id, change.now());
          change.record(
              Entry.of("reopened", head.number() + " was opened again")
                  .incident(id)
                  .note(notes.keepIfAny(change, id, null, why))
                  .with("number", head.number()));
          return summaries.get(change.handle(), id);
        });
  }

  /// Says that an incident is the same as another: its calls move there and it closes.
  ///
  /// @return the incident that stays
  /// @throws Conflict `crews-on-incident`, `incident-closed` or `duplicate-of-itself`
  public IncidentSummary merge(Actor actor, IncidentId id, IncidentId into) {
    if (id.equals(into)) {
      throw new Conflict("duplicate-of-itself", "An incident is not its own duplicate");
    }
    return changes.change(
        actor,
        change -> {
          Handle handle = change.handle();
          States.lock(handle, List.of(id, into));
          Head gone = States.get(handle, id);
          Head stays = States.get(handle, into);
          requireOpen(gone);
          requireOpen(stays);
          List<PartRow> parts = closing(handle, gone, null);
          requireNoCrews(handle, gone, parts);
          moveCalls(change, id, into);
          parts.forEach(part -> Parts.close(change, part.id(), DUPLICATE));
          end(change, id, DUPLICATE, into);
          change.record(merged(gone, stays, id));
          change.record(merged(gone, stays, into));
          return summaries.get(handle, into);
        });
  }

  private UUID ensurePart(
      Change change, Head head, String agency, @Nullable Integer priority, boolean fixed) {
    for (PartRow part : States.parts(change.handle(), head.id())) {
      if (part.agency().equals(agency)) {
        if (part.state() == IncidentState.CLOSED) {
          Parts.reopen(change, part.id(), IncidentState.PENDING);
          change.record(Parts.added(head, agency).with("again", true));
        }
        if (fixed) {
          Parts.setPriority(change, part.id(), priority == null ? part.priority() : priority, true);
        }
        if (priority != null && part.state() != IncidentState.CLOSED) {
          change.record(
              Entry.of(
                      "part-priority",
                      "The " + agency + " part of " + head.number() + " has priority " + priority)
                  .incident(head.id())
                  .with("agency", agency)
                  .with("priority", priority));
        }
        return part.id();
      }
    }
    int given =
        priority != null
            ? priority
            : Math.min(
                head.priority(),
                plan.response(head.typeCode(), head.subtypeCode()).priorityOf(agency));
    UUID added = Parts.add(change, head, agency, given, fixed, change.now());
    change.record(Parts.added(head, agency));
    return added;
  }

  private static List<PartRow> closing(Handle handle, Head head, @Nullable String agency) {
    List<PartRow> parts =
        States.parts(handle, head.id()).stream()
            .filter(part -> agency == null || part.agency().equals(agency))
            .toList();
    if (parts.isEmpty()) {
      throw new Refused("agency", "an agency with a part of the incident", agency);
    }
    List<PartRow> open =
        parts.stream().filter(part -> part.state() != IncidentState.CLOSED).toList();
    if (open.isEmpty()) {
      throw new Conflict(
          "incident-closed", "The " + agency + " part of " + head.number() + " is closed");
    }
    return open;
  }

  private static void requireNoCrews(Handle handle, Head head, List<PartRow> parts) {
    List<String> crews =
        handle
            .createQuery(
                """
                SELECT u.call_sign FROM command.assignment a JOIN command.unit u ON u.id = a.unit_id
                 WHERE a.open AND a.part_id = ANY(:parts) ORDER BY u.call_sign
                """)
            .bind("parts", parts.stream().map(PartRow::id).toArray(UUID[]::new))
            .mapTo(String.class)
            .list();
    if (!crews.isEmpty()) {
      throw new Conflict(
          "crews-on-incident",
          String.join(", ", crews) + (crews.size() == 1 ? " is" : " are") + " on " + head.number());
    }
  }

  private void closeIfDone(Change change, Head head, String disposition) {
    List<String> dispositions =
        change
            .handle()
            .createQuery(
                "SELECT coalesce(disposition, '') FROM command.part WHERE incident_id = :id")
            .bind("id", head.id().value())
            .mapTo(String.class)
            .list();
    if (dispositions.contains("")) {
      States.derive(change, head.id(), change.now());
      return;
    }
    // Work that was done anywhere outweighs an agency that found nothing.
    boolean worked = dispositions.stream().anyMatch(code -> outcome(code).equals("closed"));
    end(change, head.id(), worked ? "closed" : outcome(disposition), null);
  }

  private String outcome(String disposition) {
    return switch (plan.findDisposition(disposition).map(Disposition::outcome).orElse(null)) {
      case CANCELLED -> "cancelled";
      case UNFOUNDED -> "unfounded";
      case CLOSED -> "closed";
      case null -> "closed";
    };
  }

  private static void end(
      Change change, IncidentId id, String outcome, @Nullable IncidentId duplicateOf) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.incident SET state = 'closed', state_since = :now, closed_at = :now,
              outcome = :outcome, duplicate_of = :duplicateOf
            WHERE id = :id
            """)
        .bind("now", change.now())
        .bind("outcome", outcome)
        .bind("duplicateOf", duplicateOf == null ? null : duplicateOf.value())
        .bind("id", id.value())
        .execute();
    change
        .handle()
        .createUpdate(
            "UPDATE command.warning SET ended_at = :now WHERE incident_id = :id AND ended_at IS NULL")
        .bind("now", change.now())
        .bind("id", id.value())
        .execute();
  }

  private static void openAgain(Change change, Head head) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.incident SET state = 'pending', state_since = :now, closed_at = NULL,
              outcome = NULL, reopened = true
            WHERE id = :id
            """)
        .bind("now", change.now())
        .bind("id", head.id().value())
        .execute();
  }

  private static void moveCalls(Change change, IncidentId from, IncidentId into) {
    change
        .handle()
        .createUpdate("UPDATE command.call SET incident_id = :into WHERE incident_id = :from")
        .bind("from", from.value())
        .bind("into", into.value())
        .execute();
    // The incident that stays is as old as its first call.
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.incident i SET received_at = least(i.received_at, g.received_at),
              clock_from = least(i.clock_from, g.clock_from)
            FROM command.incident g WHERE g.id = :from AND i.id = :into
            """)
        .bind("from", from.value())
        .bind("into", into.value())
        .execute();
  }

  private static Entry merged(Head gone, Head stays, IncidentId about) {
    return Entry.of("merged", gone.number() + " is a duplicate of " + stays.number())
        .incident(about)
        .with("number", gone.number())
        .with("into", stays.number());
  }

  private static void requireOpen(Head head) {
    if (head.isClosed()) {
      throw new Conflict("incident-closed", head.number() + " is closed");
    }
  }
}
