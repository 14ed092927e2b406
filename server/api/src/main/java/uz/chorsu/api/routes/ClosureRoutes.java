package uz.chorsu.api.routes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.places.ClosedRoad;
import uz.chorsu.command.places.Closures;
import uz.chorsu.model.GeoPoint;

/// Roads closed by operators.
public final class ClosureRoutes implements RouteGroup {
  private final Closures closures;

  private record NewClosure(
      double lat, double lon, double radiusMetres, String reason, @Nullable Instant until) {}

  public ClosureRoutes(Closures closures) {
    this.closures = closures;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listClosures", exchange -> Answer.all(closures.list()));
    routes.handle("closeRoad", this::close);
    routes.handle("openRoad", this::open);
  }

  private Answer close(Exchange exchange) {
    NewClosure asked = exchange.body(NewClosure.class);
    ClosedRoad.New wish =
        new ClosedRoad.New(
            new GeoPoint(asked.lat(), asked.lon()),
            asked.radiusMetres(),
            asked.reason(),
            asked.until());
    return Answer.created(closures.close(exchange.actor(), exchange.requestId(), wish));
  }

  private Answer open(Exchange exchange) {
    closures.open(exchange.actor(), exchange.id());
    return Answer.noContent();
  }
}
