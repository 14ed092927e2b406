package uz.chorsu.api.routes;

import java.util.OptionalInt;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.recommend.Recommender;
import uz.chorsu.model.IncidentId;

/// Whom to send, and why.
public final class RecommendationRoutes implements RouteGroup {
  private final Recommender recommender;

  public RecommendationRoutes(Recommender recommender) {
    this.recommender = recommender;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("recommend", this::recommend);
  }

  private Answer recommend(Exchange exchange) {
    OptionalInt level =
        exchange
            .findLong("alarmLevel")
            .map(asked -> OptionalInt.of(Math.toIntExact(asked)))
            .orElse(OptionalInt.empty());
    return Answer.ok(recommender.recommend(new IncidentId(exchange.id()), level));
  }
}
