package uz.chorsu.api.live;

import java.util.List;
import java.util.Optional;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.EventStream;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.model.Refused;

/// The live feed's two operations.
public final class LiveRoutes implements RouteGroup {
  private final LiveFeed feed;

  private record MovedWindow(List<Double> bbox) {}

  public LiveRoutes(LiveFeed feed) {
    this.feed = feed;
  }

  @Override
  public void register(Routes routes) {
    routes.stream("live", this::live);
    routes.handle("moveWindow", this::moveWindow);
  }

  private void live(Exchange exchange, EventStream stream) throws Exception {
    Window window = exchange.findQuery("bbox").map(Window::parse).orElse(Window.EVERYWHERE);
    feed.serve(stream, after(exchange), window);
  }

  // The header wins: a browser that connects again keeps the address with its old `after`.
  private static Optional<Long> after(Exchange exchange) {
    Optional<String> header = exchange.findHeader("Last-Event-ID").filter(text -> !text.isEmpty());
    if (header.isEmpty()) {
      return exchange.findLong("after");
    }
    if (!header.get().matches("\\d{1,18}")) {
      throw new Refused("Last-Event-ID", "the id of an event of this feed", null);
    }
    return header.map(Long::parseLong);
  }

  private Answer moveWindow(Exchange exchange) {
    List<Double> box = exchange.body(MovedWindow.class).bbox();
    feed.move(exchange.path("viewerId"), Window.of(box.get(0), box.get(1), box.get(2), box.get(3)));
    return Answer.noContent();
  }
}
