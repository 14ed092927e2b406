package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Cursor;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Given;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.Details.Incident;
import uz.chorsu.command.assignments.OnView;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.incidents.IncidentEdit;
import uz.chorsu.command.incidents.IncidentList.After;
import uz.chorsu.command.incidents.IncidentList.Filter;
import uz.chorsu.command.incidents.IncidentList.Which;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Location;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Incidents.
public final class IncidentRoutes implements RouteGroup {
  private final Command command;

  private record Seen(
      UUID unitId,
      @Nullable String typeCode,
      @Nullable String subtypeCode,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String address,
      @Nullable String note,
      @Nullable Instant at) {}

  private record Edit(
      Given<String> typeCode,
      Given<String> subtypeCode,
      @Nullable Integer priority,
      @Nullable Integer alarmLevel,
      Given<Double> lat,
      Given<Double> lon,
      Given<String> address,
      Given<Location> location) {}

  private record NewNote(String text, @Nullable Instant at) {}

  private record NewBenchmark(String code, @Nullable Instant at) {}

  private record Tick(String item, boolean done) {}

  private record NewPart(String agency, @Nullable Integer priority) {}

  private record Closing(String disposition, @Nullable String agency, @Nullable String note) {}

  private record Reopening(String reason) {}

  private record Merging(UUID intoIncidentId) {}

  public IncidentRoutes(Command command) {
    this.command = command;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listIncidents", this::list);
    routes.handle("startOnView", this::startOnView);
    routes.handle("getIncident", this::get);
    routes.handle("editIncident", this::edit);
    routes.handle("addNote", this::addNote);
    routes.handle("stampBenchmark", this::stampBenchmark);
    routes.handle("tickChecklist", this::tick);
    routes.handle("addPart", this::addPart);
    routes.handle("closeIncident", this::close);
    routes.handle("reopenIncident", this::reopen);
    routes.handle("mergeIncident", this::merge);
  }

  private Answer list(Exchange exchange) {
    Which which = Which.valueOf(exchange.query("state").toUpperCase(Locale.ROOT));
    Filter filter =
        new Filter(
            which,
            exchange.findQuery("agency").orElse(null),
            exchange.findQuery("typeCode").orElse(null),
            exchange.findQuery("q").orElse(null),
            exchange.findInstant("from").orElse(null),
            exchange.findInstant("to").orElse(null),
            exchange.cursor(4).map(IncidentRoutes::after).orElse(null));
    Page<IncidentSummary> page = command.incidentList().list(filter, exchange.limit());
    return Answer.page(page.items(), Cursors.next(page, last -> cursor(After.of(which, last))));
  }

  private static After after(List<String> parts) {
    return new After(
        Cursors.integer(parts.get(0)),
        Cursors.integer(parts.get(1)),
        Cursors.instant(parts.get(2)),
        Cursors.uuid(parts.get(3)));
  }

  private static String cursor(After after) {
    return Cursor.write(after.calm(), after.priority(), after.time(), after.id());
  }

  private Answer startOnView(Exchange exchange) {
    Seen seen = exchange.body(Seen.class);
    return Answer.created(
        command
            .onView()
            .start(
                exchange.actor(),
                exchange.requestId(),
                new OnView.Seen(
                    new UnitId(seen.unitId()),
                    seen.typeCode(),
                    seen.subtypeCode(),
                    Where.checked(seen.lat(), seen.lon(), seen.address(), null),
                    seen.note(),
                    seen.at())));
  }

  private Answer get(Exchange exchange) {
    Incident incident = command.details().get(id(exchange));
    return Answer.ok(incident).etag(incident.summary().version());
  }

  private Answer edit(Exchange exchange) {
    Edit edit = exchange.body(Edit.class);
    IncidentEdit change =
        new IncidentEdit(
            Edits.field(edit.typeCode()),
            Edits.field(edit.subtypeCode()),
            edit.priority(),
            edit.alarmLevel(),
            Edits.where(edit.lat(), edit.lon(), edit.address(), edit.location()));
    return answer(
        Edits.run(() ->
            command
                .incidents()
                .edit(exchange.actor(), id(exchange), change, exchange.findVersion())));
  }

  private Answer addNote(Exchange exchange) {
    NewNote note = exchange.body(NewNote.class);
    return Answer.created(
        command
            .marks()
            .note(exchange.actor(), id(exchange), exchange.requestId(), note.text(), note.at()));
  }

  private Answer stampBenchmark(Exchange exchange) {
    NewBenchmark benchmark = exchange.body(NewBenchmark.class);
    return Answer.created(
        command
            .marks()
            .benchmark(
                exchange.actor(),
                id(exchange),
                exchange.requestId(),
                benchmark.code(),
                benchmark.at()));
  }

  private Answer tick(Exchange exchange) {
    Tick tick = exchange.body(Tick.class);
    return Answer.created(
        command.marks().tick(exchange.actor(), id(exchange), tick.item(), tick.done()));
  }

  private Answer addPart(Exchange exchange) {
    NewPart part = exchange.body(NewPart.class);
    IncidentSummary now =
        command.endings().addPart(exchange.actor(), id(exchange), part.agency(), part.priority());
    return Answer.created(now).etag(now.version());
  }

  private Answer close(Exchange exchange) {
    Closing closing = exchange.body(Closing.class);
    return answer(
        command
            .endings()
            .close(
                exchange.actor(),
                id(exchange),
                closing.disposition(),
                closing.agency(),
                closing.note()));
  }

  private Answer reopen(Exchange exchange) {
    Reopening reopening = exchange.body(Reopening.class);
    return answer(command.endings().reopen(exchange.actor(), id(exchange), reopening.reason()));
  }

  private Answer merge(Exchange exchange) {
    Merging merging = exchange.body(Merging.class);
    return answer(
        command
            .endings()
            .merge(exchange.actor(), id(exchange), new IncidentId(merging.intoIncidentId())));
  }

  private static Answer answer(IncidentSummary incident) {
    return Answer.ok(incident).etag(incident.version());
  }

  private static IncidentId id(Exchange exchange) {
    return new IncidentId(exchange.id());
  }
}
