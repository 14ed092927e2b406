package uz.chorsu.api.routes;

import java.io.IOException;
import java.util.Locale;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Problem;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.figures.Board;
import uz.chorsu.command.figures.FiguresReader;
import uz.chorsu.command.figures.KpiReader;

/// The line of figures, the performance of a period, the board on paper.
public final class FigureRoutes implements RouteGroup {
  // The page for paper carries its own style and nothing else.
  private static final String PAPER = "default-src 'none'; style-src 'unsafe-inline'";

  private final FiguresReader figures;
  private final KpiReader kpi;
  private final Board board;

  public FigureRoutes(FiguresReader figures, KpiReader kpi, Board board) {
    this.figures = figures;
    this.kpi = kpi;
    this.board = board;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("getFigures", exchange -> Answer.ok(figures.get()));
    routes.handle("getKpi", this::kpi);
    routes.handle("getBoard", exchange -> board());
  }

  private Answer kpi(Exchange exchange) {
    String source = exchange.query("source").toUpperCase(Locale.ROOT);
    return Answer.ok(
        kpi.read(
            exchange.findInstant("from").orElse(null),
            exchange.findInstant("to").orElse(null),
            KpiReader.Source.valueOf(source)));
  }

  private Answer board() throws IOException {
    byte[] html =
        board.find().orElseThrow(() -> Problem.partDown(60, "The board has not been written yet"));
    return Answer.raw("text/html; charset=utf-8", html).header("Content-Security-Policy", PAPER);
  }
}
