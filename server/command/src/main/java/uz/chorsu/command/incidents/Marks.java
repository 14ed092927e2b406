package uz.chorsu.command.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.incidents.States.Head;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.ChecklistStep;
import uz.chorsu.command.plans.Names;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;

/// What people write on an incident: notes, benchmarks and ticks. All of it works on closed ones
/// too.
public final class Marks {
  private final Changes changes;
  private final CityPlan plan;
  private final Notes notes;

  public Marks(Changes changes, CityPlan plan, Notes notes) {
    this.changes = changes;
    this.plan = plan;
    this.notes = notes;
  }

  /// One item of the checklist, in the shape of the API.
  ///
  /// @param at when it was ticked or unticked last
  /// @param by who did
  public record Item(
      String item, Names text, boolean done, @Nullable Instant at, @Nullable String by) {}

  /// One benchmark that was stamped.
  public record Benchmark(String code, Instant at) {}

  /// Appends a note. The same id again changes nothing.
  ///
  /// @param text kept sealed
  /// @param at event time; null means now
  public TimelineEntry note(
      Actor actor, IncidentId id, UUID noteId, String text, @Nullable Instant at) {
    String words = Texts.require("text", text, Notes.MAX);
    Instant when = Times.check("at", at, changes.now());
    changes.perform(
        actor,
        change -> {
          Head head = States.get(change.handle(), id);
          if (!isThere(change.handle(), "note", noteId)) {
            notes.keep(change, noteId, id, null, words);
            change.record(
                Entry.of("note", "A note was added to " + head.number())
                    .at(when)
                    .incident(id)
                    .note(noteId));
          }
        });
    return changes.readUrgent(
        handle -> TimelineEntry.of(Journal.ofNote(handle, noteId, notes.opened(handle, id))));
  }

  /// Stamps a benchmark. The same id again changes nothing.
  ///
  /// @param at event time; null means now
  /// @throws Refused if the plan has no such benchmark
  public TimelineEntry benchmark(
      Actor actor, IncidentId id, UUID markId, String code, @Nullable Instant at) {
    if (plan.findBenchmark(code).isEmpty()) {
      throw new Refused("code", "a benchmark of the plan", code);
    }
    Instant when = Times.check("at", at, changes.now());
    changes.perform(
        actor,
        change -> {
          Head head = States.get(change.handle(), id);
          if (!isThere(change.handle(), "benchmark", markId)) {
            stamp(change, id, markId, code, when);
            change.record(
                Entry.of("benchmark", head.number() + ": " + code)
                    .at(when)
                    .incident(id)
                    .with("code", code)
                    .with("markId", markId.toString()));
          }
        });
    return changes.readUrgent(handle ->
        Journal.timeline(handle, id, 500, words -> null).stream()
            .filter(row -> isOf(row, markId))
            .map(TimelineEntry::of)
            .findFirst()
            .orElseThrow());
  }

  /// Ticks or unticks an item.
  ///
  /// @throws Refused if the incident's checklist has no such item
  public Item tick(Actor actor, IncidentId id, String item, boolean done) {
    return changes.change(
        actor,
        change -> {
          Head head = States.get(change.handle(), id);
          ChecklistStep step =
              steps(head).stream()
                  .filter(one -> one.item().equals(item))
                  .findFirst()
                  .orElseThrow(() -> new Refused("item", "an item of the checklist", null));
          change
              .handle()
              .createUpdate(
                  """
                  INSERT INTO command.checklist_tick (incident_id, item, done, at, by_name)
                  VALUES (:id, :item, :done, :now, :by)
                  ON CONFLICT (incident_id, item) DO UPDATE
                    SET done = excluded.done, at = excluded.at, by_name = excluded.by_name
                  """)
              .bind("id", id.value())
              .bind("item", item)
              .bind("done", done)
              .bind("now", change.now())
              .bind("by", change.actor().label())
              .execute();
          change.record(
              Entry.of("checklist", (done ? "Ticked " : "Unticked ") + item)
                  .incident(id)
                  .with("item", item)
                  .with("done", done));
          return new Item(item, step.text(), done, change.now(), change.actor().label());
        });
  }

  /// The checklist of an incident's type, with what was ticked.
  public List<Item> checklist(Handle handle, IncidentId id) {
    Map<String, Item> ticks = new HashMap<>();
    handle
        .createQuery("SELECT * FROM command.checklist_tick WHERE incident_id = :id")
        .bind("id", id.value())
        .map((rs, context) ->
            new Item(
                rs.getString("item"),
                new Names(rs.getString("item"), null, null),
                rs.getBoolean("done"),
                Rows.instant(rs, "at"),
                rs.getString("by_name")))
        .forEach(tick -> ticks.put(tick.item(), tick));
    List<Item> items = new ArrayList<>();
    for (ChecklistStep step : steps(States.get(handle, id))) {
      Item tick = ticks.get(step.item());
      items.add(
          tick == null
              ? new Item(step.item(), step.text(), false, null, null)
              : new Item(step.item(), step.text(), tick.done(), tick.at(), tick.by()));
    }
    return items;
  }

  /// The benchmarks of an incident, in the order they were reached.
  public static List<Benchmark> benchmarks(Handle handle, IncidentId id) {
    return handle
        .createQuery(
            "SELECT code, at FROM command.benchmark WHERE incident_id = :id ORDER BY at, id")
        .bind("id", id.value())
        .map((rs, context) -> new Benchmark(rs.getString("code"), Rows.instant(rs, "at")))
        .list();
  }

  /// The last 500 lines of what happened, newest last, with the notes opened for the handlers.
  public List<TimelineEntry> timeline(Handle handle, IncidentId id) {
    Function<UUID, @Nullable String> opened = notes.opened(handle, id);
    return Journal.timeline(handle, id, 500, opened).stream().map(TimelineEntry::of).toList();
  }

  private List<ChecklistStep> steps(Head head) {
    return plan.response(head.typeCode(), head.subtypeCode()).checklist();
  }

  private static void stamp(Change change, IncidentId id, UUID markId, String code, Instant at) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.benchmark (id, incident_id, code, at, recorded_at)
            VALUES (:mark, :id, :code, :at, :now)
            """)
        .bind("mark", markId)
        .bind("id", id.value())
        .bind("code", code)
        .bind("at", at)
        .bind("now", change.now())
        .execute();
  }

  private static boolean isOf(Recorded row, UUID markId) {
    Map<String, Object> data = row.data();
    return data != null && markId.toString().equals(data.get("markId"));
  }

  private static boolean isThere(Handle handle, String table, UUID id) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM command." + table + " WHERE id = :id)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }
}
