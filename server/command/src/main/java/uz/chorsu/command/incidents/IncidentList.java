package uz.chorsu.command.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Notes;
import uz.chorsu.model.IncidentId;

/// Lists of incidents: open ones by urgency and age, all others newest first.
public final class IncidentList {
  /// How many of the newest notes a search looks into; they are sealed and must be opened for it.
  private static final int NOTES_SEARCHED = 3_000;

  private final Changes changes;
  private final Summaries summaries;
  private final Notes notes;

  public IncidentList(Changes changes, Summaries summaries, Notes notes) {
    this.changes = changes;
    this.summaries = summaries;
    this.notes = notes;
  }

  /// Which states a list has.
  public enum Which {
    OPEN,
    CLOSED,
    ALL
  }

  /// What to list; null means no such condition.
  ///
  /// @param text number, address, type or words of a note
  /// @param from received at or after
  /// @param to received before
  /// @param after the last one of the page before
  public record Filter(
      Which which,
      @Nullable String agency,
      @Nullable String typeCode,
      @Nullable String text,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable After after) {
    public static final Filter OPEN = new Filter(Which.OPEN, null, null, null, null, null, null);
  }

  /// Where a page ended. Made from an incident, taken apart for a cursor.
  ///
  /// @param calm 0 with an emergency on it, else 1; 0 in lists that go by time
  /// @param priority 1 to 5; 0 in lists that go by time
  public record After(int calm, int priority, Instant time, UUID id) {
    public static After of(Which which, IncidentSummary last) {
      return which == Which.OPEN
          ? new After(last.isEmergency() ? 0 : 1, last.priority(), last.clockFrom(), last.id())
          : new After(0, 0, last.receivedAt(), last.id());
    }
  }

  /// One page.
  public Page<IncidentSummary> list(Filter filter, int limit) {
    return changes.read(handle -> {
      Page<IncidentId> ids = Page.cut(ids(handle, filter, limit + 1), limit);
      return new Page<>(summaries.list(handle, ids.items()), ids.more());
    });
  }

  private List<IncidentId> ids(Handle handle, Filter filter, int limit) {
    boolean open = filter.which() == Which.OPEN;
    String text = Texts.check("q", filter.text(), 200);
    After after = filter.after();
    String order =
        open
            ? "ORDER BY calm, i.priority, i.clock_from, i.id"
            : "ORDER BY i.received_at DESC, i.id DESC";
    String next =
        open
            ? """
            AND (CAST(:afterId AS uuid) IS NULL OR
                 (%s, i.priority, i.clock_from, i.id)
                   > (:calm, CAST(:priority AS smallint), CAST(:time AS timestamptz), CAST(:afterId AS uuid)))
            """
                .formatted(CALM)
            : """
            AND (CAST(:afterId AS uuid) IS NULL OR
                 (i.received_at, i.id) < (CAST(:time AS timestamptz), CAST(:afterId AS uuid)))
            """;
    return handle
        .createQuery(
            "SELECT i.id, "
                + CALM
                + " AS calm FROM command.incident i "
                + conditions(filter)
                + next
                + order
                + " LIMIT :limit")
        .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
        .bind("agency", filter.agency())
        .bind("type", filter.typeCode())
        .bind("number", text == null ? null : text.toLowerCase(Locale.ROOT) + "%")
        .bind("like", text == null ? null : "%" + escaped(text) + "%")
        .bind("noted", text == null ? new UUID[0] : noted(handle, text))
        .bind("from", filter.from())
        .bind("to", filter.to())
        .bind("calm", after == null ? 0 : after.calm())
        .bind("priority", after == null ? 0 : after.priority())
        .bind("time", after == null ? null : after.time())
        .bind("afterId", after == null ? null : after.id())
        .bind("limit", limit)
        .map((rs, context) -> new IncidentId(Rows.uuid(rs, "id")))
        .list();
  }

  private static final String CALM =
      """
      CASE WHEN i.id IN (SELECT e.incident_id FROM command.unit w
                          JOIN command.assignment e ON e.unit_id = w.id AND e.open
                         WHERE w.emergency_since IS NOT NULL) THEN 0 ELSE 1 END\
      """;

  private static String conditions(Filter filter) {
    StringBuilder where =
        new StringBuilder(
            switch (filter.which()) {
              case OPEN -> "WHERE i.state <> 'closed' ";
              case CLOSED -> "WHERE i.state = 'closed' ";
              case ALL -> "WHERE true ";
            });
    if (filter.agency() != null) {
      where.append(
          "AND EXISTS (SELECT 1 FROM command.part p WHERE p.incident_id = i.id AND p.agency = :agency) ");
    }
    if (filter.typeCode() != null) {
      where.append("AND i.type_code = :type ");
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      where.append(
          "AND (i.number LIKE :number OR i.address ILIKE :like OR i.type_code ILIKE :like OR i.id = ANY(:noted)) ");
    }
    if (filter.from() != null) {
      where.append("AND i.received_at >= :from ");
    }
    if (filter.to() != null) {
      where.append("AND i.received_at < :to ");
    }
    return where.toString();
  }

  private UUID[] noted(Handle handle, String text) {
    return Rows.ids(notes.search(handle, text, NOTES_SEARCHED), IncidentId::value);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
