package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Cursor;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.alerts.Alert;
import uz.chorsu.command.alerts.Alerts;
import uz.chorsu.command.alerts.CrewChecks;
import uz.chorsu.command.desk.Page;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;

/// Alerts and their receipts, and crews that answer their check.
public final class AlertRoutes implements RouteGroup {
  private final Alerts alerts;
  private final CrewChecks crewChecks;

  private record Receipt(@Nullable Instant at, @Nullable String device) {}

  public AlertRoutes(Alerts alerts, CrewChecks crewChecks) {
    this.alerts = alerts;
    this.crewChecks = crewChecks;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listAlerts", this::list);
    routes.handle("receiveAlert", this::receive);
    routes.handle("answerCrewCheck", this::answerCrewCheck);
  }

  private Answer list(Exchange exchange) {
    UUID after = exchange.cursor(1).map(parts -> Cursors.uuid(parts.getFirst())).orElse(null);
    IncidentId incident = exchange.findUuid("incidentId").map(IncidentId::new).orElse(null);
    Page<Alert> page = alerts.list(incident, after, exchange.limit());
    return Answer.page(page.items(), Cursors.next(page, last -> Cursor.write(last.id())));
  }

  private Answer receive(Exchange exchange) {
    Optional<Receipt> receipt = exchange.findBody(Receipt.class);
    alerts.received(
        exchange.actor(),
        exchange.id(),
        receipt.map(Receipt::at).orElse(null),
        receipt.map(Receipt::device).orElse(null));
    return Answer.noContent();
  }

  private Answer answerCrewCheck(Exchange exchange) {
    return Answer.ok(crewChecks.answer(exchange.actor(), new AssignmentId(exchange.id())));
  }
}
