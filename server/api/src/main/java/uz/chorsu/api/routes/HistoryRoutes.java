package uz.chorsu.api.routes;

import java.util.List;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.history.Histories;
import uz.chorsu.command.history.RawRow;

/// Imports of past incidents.
public final class HistoryRoutes implements RouteGroup {
  private final Histories histories;

  private record NewImport(String format, String fileName, String sha256, List<String> columns) {}

  private record NewRows(List<RawRow> rows) {}

  public HistoryRoutes(Histories histories) {
    this.histories = histories;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listImports", exchange -> Answer.all(histories.list()));
    routes.handle("startImport", this::start);
    routes.handle("addHistoryRows", this::addRows);
  }

  private Answer start(Exchange exchange) {
    NewImport asked = exchange.body(NewImport.class);
    return Answer.created(
        histories.start(
            exchange.actor(), asked.format(), asked.fileName(), asked.sha256(), asked.columns()));
  }

  private Answer addRows(Exchange exchange) {
    return Answer.ok(histories.addRows(exchange.id(), exchange.body(NewRows.class).rows()));
  }
}
