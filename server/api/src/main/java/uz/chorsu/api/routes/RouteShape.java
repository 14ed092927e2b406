package uz.chorsu.api.routes;

import java.util.List;
import java.util.Optional;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.Estimate;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Route;
import uz.chorsu.roads.Travel;

/// A way to drive, in the shape of the API.
///
/// @param points `[lon, lat]`
public record RouteShape(
    String estimate, long seconds, double metres, List<List<Double>> points, List<Step> steps) {

  /// A stretch along one street.
  public record Step(String street, double metres) {}

  static RouteShape of(Route route) {
    return new RouteShape(
        route.estimate() == Estimate.ROAD ? "road" : "straight-line",
        Math.round(route.seconds()),
        route.metres(),
        route.points().stream().map(RouteShape::lonLat).toList(),
        route.steps().stream().map(step -> new Step(step.street(), step.metres())).toList());
  }

  /// The way by road, or a straight-line estimate while no city is loaded.
  public static RouteShape between(Optional<Roads> roads, GeoPoint from, GeoPoint to) {
    return roads
        .map(city -> of(city.route(from, to)))
        .orElseGet(() -> {
          Travel travel = Travel.straightLine(from, to);
          return new RouteShape(
              "straight-line",
              Math.round(travel.seconds()),
              travel.metres(),
              List.of(lonLat(from), lonLat(to)),
              List.of());
        });
  }

  private static List<Double> lonLat(GeoPoint point) {
    return List.of(point.lon(), point.lat());
  }
}
