package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.journal.Recorded;

/// What happened, in the order of commits.
public final class JournalRoutes implements RouteGroup {
  private final Journal journal;

  private record Change(
      long seq,
      Instant at,
      Instant recordedAt,
      String kind,
      String actor,
      @Nullable String incidentId,
      @Nullable String unitId,
      @Nullable String callId,
      @Nullable String assignmentId,
      String text,
      @Nullable Map<String, Object> data) {

    static Change of(Recorded row) {
      return new Change(
          row.seq(),
          row.at(),
          row.recordedAt(),
          row.kind(),
          row.actor(),
          text(row.incidentId()),
          text(row.unitId()),
          text(row.callId()),
          text(row.assignmentId()),
          row.text(),
          row.data());
    }

    private static @Nullable String text(@Nullable Object id) {
      return id == null ? null : id.toString();
    }
  }

  public JournalRoutes(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listJournal", this::list);
  }

  private Answer list(Exchange exchange) {
    int limit = exchange.limit();
    List<Recorded> rows = journal.after(exchange.findLong("after").orElse(0L), limit);
    String next = rows.size() < limit ? null : Long.toString(rows.getLast().seq());
    return Answer.page(rows.stream().map(Change::of).toList(), next);
  }
}
