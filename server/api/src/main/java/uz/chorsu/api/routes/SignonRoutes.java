package uz.chorsu.api.routes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Cursor;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.Handovers.Before;
import uz.chorsu.command.Handovers.Handover;
import uz.chorsu.command.desk.Page;
import uz.chorsu.model.SignonId;

/// People take desks, leave them and hand them over.
public final class SignonRoutes implements RouteGroup {
  private final Command command;

  private record NewSignon(String name, String desk, String role, @Nullable UUID unitId) {}

  private record NewHandover(String desk, @Nullable String toName, String note) {}

  public SignonRoutes(Command command) {
    this.command = command;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("signOn", this::signOn);
    routes.handle("signOff", this::signOff);
    routes.handle("listHandovers", this::listHandovers);
    routes.handle("handOver", this::handOver);
  }

  private Answer signOn(Exchange exchange) {
    NewSignon asked = exchange.body(NewSignon.class);
    return Answer.created(
        command
            .signons()
            .signOn(
                new SignonId(exchange.requestId()),
                asked.name(),
                asked.desk(),
                asked.role(),
                asked.unitId()));
  }

  private Answer signOff(Exchange exchange) {
    command.signons().signOff(new SignonId(exchange.id()));
    return Answer.noContent();
  }

  private Answer listHandovers(Exchange exchange) {
    Before before =
        exchange
            .cursor(2)
            .map(parts -> new Before(Cursors.instant(parts.get(0)), Cursors.uuid(parts.get(1))))
            .orElse(null);
    Page<Handover> page = command.handovers().list(before, exchange.limit());
    return Answer.page(
        page.items(), Cursors.next(page, last -> Cursor.write(last.at(), last.id())));
  }

  private Answer handOver(Exchange exchange) {
    NewHandover asked = exchange.body(NewHandover.class);
    return Answer.created(
        command
            .handovers()
            .handOver(
                exchange.actor(),
                exchange.requestId(),
                asked.desk(),
                asked.toName(),
                asked.note()));
  }
}
