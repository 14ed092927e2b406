package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Cursor;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Given;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.calls.Call;
import uz.chorsu.command.calls.CallEdit;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.CallReader.Before;
import uz.chorsu.command.calls.CallSummary;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.incidents.Location;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;

/// Calls for help.
public final class CallRoutes implements RouteGroup {
  private final Command command;

  private record Asked(
      @Nullable CallKind kind,
      @Nullable String typeCode,
      @Nullable String subtypeCode,
      @Nullable Integer priority,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Location location,
      @Nullable String address,
      @Nullable String callerPhone,
      @Nullable String callerName,
      @Nullable String description,
      @Nullable Instant receivedAt,
      @Nullable UUID incidentId) {

    /// Keeps personal values out of logs.
    @Override
    public String toString() {
      return "Asked[…]";
    }
  }

  private record Edit(
      @Nullable CallKind kind,
      Given<String> typeCode,
      Given<String> subtypeCode,
      Given<Integer> priority,
      Given<Double> lat,
      Given<Double> lon,
      Given<Location> location,
      Given<String> address,
      Given<String> callerPhone,
      Given<String> callerName,
      @Nullable String description) {

    /// Keeps personal values out of logs.
    @Override
    public String toString() {
      return "Edit[…]";
    }
  }

  public CallRoutes(Command command) {
    this.command = command;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("takeCall", this::take);
    routes.handle("listCalls", this::list);
    routes.handle("getCall", this::get);
    routes.handle("editCall", this::edit);
    routes.handle("splitCall", this::split);
  }

  private Answer take(Exchange exchange) {
    Asked asked = exchange.body(Asked.class);
    NewCall call =
        new NewCall(
            asked.kind() == null ? CallKind.VOICE : asked.kind(),
            asked.typeCode(),
            asked.subtypeCode(),
            asked.priority(),
            Where.checked(asked.lat(), asked.lon(), asked.address(), asked.location()),
            new NewCall.Who(asked.callerPhone(), asked.callerName(), asked.description()),
            asked.receivedAt(),
            asked.incidentId() == null ? null : new IncidentId(asked.incidentId()));
    return Answer.created(
        command.calls().take(exchange.actor(), new CallId(exchange.requestId()), call));
  }

  private Answer list(Exchange exchange) {
    IncidentId incident = exchange.findUuid("incidentId").map(IncidentId::new).orElse(null);
    Before before =
        exchange
            .cursor(2)
            .map(parts -> new Before(Cursors.instant(parts.get(0)), Cursors.uuid(parts.get(1))))
            .orElse(null);
    int limit = exchange.limit();
    Page<CallSummary> page =
        command
            .changes()
            .read(handle -> command.callReader().list(handle, incident, before, limit));
    return Answer.page(
        page.items(), Cursors.next(page, last -> Cursor.write(last.receivedAt(), last.id())));
  }

  private Answer get(Exchange exchange) {
    CallId id = new CallId(exchange.id());
    return answer(command.changes().readUrgent(handle -> command.callReader().get(handle, id)));
  }

  private Answer edit(Exchange exchange) {
    Edit edit = exchange.body(Edit.class);
    CallEdit change =
        new CallEdit(
            edit.kind(),
            Edits.field(edit.typeCode()),
            Edits.field(edit.subtypeCode()),
            Edits.field(edit.priority()),
            Edits.where(edit.lat(), edit.lon(), edit.address(), edit.location()),
            Edits.field(edit.callerPhone()),
            Edits.field(edit.callerName()),
            edit.description());
    return answer(
        Edits.run(() ->
            command
                .calls()
                .edit(
                    exchange.actor(), new CallId(exchange.id()), change, exchange.findVersion())));
  }

  private Answer split(Exchange exchange) {
    return Answer.created(command.calls().split(exchange.actor(), new CallId(exchange.id())));
  }

  private static Answer answer(Call call) {
    return Answer.ok(call).etag(call.summary().version());
  }
}
