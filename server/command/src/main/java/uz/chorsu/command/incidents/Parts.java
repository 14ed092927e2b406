package uz.chorsu.command.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uz.chorsu.command.incidents.States.Head;
import uz.chorsu.command.incidents.States.PartRow;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.IncidentType.Response;
import uz.chorsu.model.IncidentId;

/// Which agencies have a part of an incident.
final class Parts {
  private Parts() {}

  /// Adds a part that waits for units.
  ///
  /// @param fixed a person asked for it, so that the type no longer changes it
  static UUID add(
      Change change, Head head, String agency, int priority, boolean fixed, Instant since) {
    UUID id = change.newId();
    insert(
        change,
        id,
        head.id(),
        agency,
        priority,
        fixed,
        head.isReady() ? IncidentState.PENDING : IncidentState.RECEIVED,
        since);
    return id;
  }

  static void insert(
      Change change,
      UUID id,
      IncidentId incident,
      String agency,
      int priority,
      boolean fixed,
      IncidentState state,
      Instant since) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.part
              (id, incident_id, agency, priority, priority_fixed, state, state_since)
            VALUES (:id, :incident, :agency, :priority, :fixed, :state, :since)
            """)
        .bind("id", id)
        .bind("incident", incident.value())
        .bind("agency", agency)
        .bind("priority", priority)
        .bind("fixed", fixed)
        .bind("state", state.word())
        .bind("since", since)
        .execute();
  }

  /// Makes the parts fit the type and alarm level: missing agencies come in, agencies that no
  /// longer belong to it go unless a person asked for them or units were sent, priorities follow.
  ///
  /// @param priorityFixed the incident's priority was set by a person and stays
  static void follow(Change change, Head head, Response response, boolean priorityFixed) {
    List<String> wanted = response.agenciesAt(head.alarmLevel());
    List<PartRow> present = States.parts(change.handle(), head.id());
    for (PartRow part : present) {
      if (part.state() == IncidentState.CLOSED || part.priorityFixed()) {
        continue;
      }
      if (!wanted.contains(part.agency())) {
        removeIfUntouched(change, head, part);
      } else if (!priorityFixed) {
        setPriority(change, part.id(), response.priorityOf(part.agency()), false);
      }
    }
    for (String agency : wanted) {
      if (present.stream().noneMatch(part -> part.agency().equals(agency))) {
        int priority = priorityFixed ? head.priority() : response.priorityOf(agency);
        add(change, head, agency, priority, false, change.now());
        change.record(added(head, agency));
      }
    }
  }

  static Entry added(Head head, String agency) {
    return Entry.of("part-added", agency + " joined " + head.number())
        .incident(head.id())
        .with("agency", agency)
        .with("number", head.number());
  }

  static void setPriority(Change change, UUID part, int priority, boolean fixed) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.part SET priority = :priority, priority_fixed = priority_fixed OR :fixed
            WHERE id = :id
            """)
        .bind("priority", priority)
        .bind("fixed", fixed)
        .bind("id", part)
        .execute();
  }

  /// Opens a closed part again.
  static void reopen(Change change, UUID part, IncidentState state) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.part SET state = :state, state_since = :now, disposition = NULL,
              closed_at = NULL, reopened_at = :now
            WHERE id = :id
            """)
        .bind("state", state.word())
        .bind("now", change.now())
        .bind("id", part)
        .execute();
  }

  static void close(Change change, UUID part, String disposition) {
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.part SET state = 'closed', state_since = :now, closed_at = :now,
              disposition = :disposition, pending_again_since = NULL
            WHERE id = :id
            """)
        .bind("now", change.now())
        .bind("disposition", disposition)
        .bind("id", part)
        .execute();
  }

  private static void removeIfUntouched(Change change, Head head, PartRow part) {
    int removed =
        change
            .handle()
            .createUpdate(
                """
                DELETE FROM command.part p WHERE p.id = :id
                  AND NOT EXISTS (SELECT 1 FROM command.assignment a WHERE a.part_id = p.id)
                  AND EXISTS (SELECT 1 FROM command.part q
                               WHERE q.incident_id = p.incident_id AND q.id <> p.id)
                """)
            .bind("id", part.id())
            .execute();
    if (removed > 0) {
      change.record(
          Entry.of("part-removed", part.agency() + " is no longer part of " + head.number())
              .incident(head.id())
              .with("agency", part.agency())
              .with("number", head.number()));
    }
  }
}
