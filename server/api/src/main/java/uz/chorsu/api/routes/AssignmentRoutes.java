package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Problem;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.assignments.DispatchOutcome;
import uz.chorsu.command.assignments.Order;
import uz.chorsu.command.assignments.Report;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Units are sent, and their steps come in.
public final class AssignmentRoutes implements RouteGroup {
  private final Command command;

  private record Send(
      @Nullable List<UUID> unitIds,
      @Nullable UUID unitId,
      @Nullable List<UUID> takeFrom,
      boolean reserve) {

    List<UnitId> units() {
      List<UnitId> all = new ArrayList<>(ids(unitIds));
      if (unitId != null) {
        all.add(new UnitId(unitId));
      }
      return all;
    }

    Set<UnitId> taken() {
      return ids(takeFrom).stream().collect(Collectors.toUnmodifiableSet());
    }

    private static List<UnitId> ids(@Nullable List<UUID> given) {
      return given == null ? List.of() : given.stream().map(UnitId::new).toList();
    }
  }

  private record Stamp(
      Step step,
      @Nullable Instant at,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String destination,
      @Nullable String note) {}

  public AssignmentRoutes(Command command) {
    this.command = command;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("dispatch", this::dispatch);
    routes.handle("stampAssignment", this::stamp);
  }

  private Answer dispatch(Exchange exchange) {
    Send send = exchange.body(Send.class);
    Order order = new Order(exchange.requestId(), send.units(), send.taken(), send.reserve());
    DispatchOutcome outcome =
        command.dispatch().send(exchange.actor(), new IncidentId(exchange.id()), order);
    if (!outcome.anyWent()) {
      throw new Problem(
          409, "conflict", "None of the units could go", Map.of("outcomes", outcome.outcomes()));
    }
    return Answer.created(outcome);
  }

  private Answer stamp(Exchange exchange) {
    Stamp stamp = exchange.body(Stamp.class);
    Report report =
        new Report(
            stamp.step(),
            stamp.at(),
            Where.checked(stamp.lat(), stamp.lon(), null, null).point(),
            stamp.destination(),
            stamp.note());
    return Answer.ok(
        command.assignments().report(exchange.actor(), new AssignmentId(exchange.id()), report));
  }
}
