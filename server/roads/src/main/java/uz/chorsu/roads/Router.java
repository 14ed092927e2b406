package uz.chorsu.roads;

import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.RoutingAlgorithmFactorySimple;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;
import uz.chorsu.model.GeoPoint;

/// One way from one place to another by GraphHopper's bidirectional A*, the independent check on
/// {@link TimeTree}.
final class Router {
  private final RoadNetwork network;
  private final Locator locator;
  private final TimeGraph roads;

  Router(RoadNetwork network, Locator locator, TimeGraph roads) {
    this.network = network;
    this.locator = locator;
    this.roads = roads;
  }

  Route route(GeoPoint from, GeoPoint to, TimeGraph open, ClosedEdges closed) {
    var start = locator.findOpen(from, open);
    var end = locator.findOpen(to, open);
    if (start == null || end == null) {
      return straightLine(from, to);
    }
    var graph = QueryGraph.create(network.graph, start, end);
    var weighting = EmergencyWeighting.between(network, closed, roads, graph);
    var options =
        new AlgorithmOptions().setAlgorithm("astarbi").setTraversalMode(TraversalMode.EDGE_BASED);
    Path path =
        new RoutingAlgorithmFactorySimple()
            .createAlgo(graph, weighting, options)
            .calcPath(start.getClosestNode(), end.getClosestNode());
    if (!path.isFound()) {
      return straightLine(from, to);
    }
    List<GeoPoint> points = points(path);
    if (points.size() < 2) {
      var here = end.getSnappedPoint();
      points = List.of(new GeoPoint(here.lat, here.lon), new GeoPoint(here.lat, here.lon));
    }
    return new Route(
        points, path.getDistance(), path.getWeight() / 1000, Estimate.ROAD, steps(path, weighting));
  }

  private static Route straightLine(GeoPoint from, GeoPoint to) {
    Travel travel = Travel.straightLine(from, to);
    return new Route(
        List.of(from, to), travel.metres(), travel.seconds(), travel.estimate(), List.of());
  }

  private static List<GeoPoint> points(Path path) {
    PointList points = path.calcPoints();
    var line = new ArrayList<GeoPoint>(points.size());
    for (int i = 0; i < points.size(); i++) {
      line.add(new GeoPoint(points.getLat(i), points.getLon(i)));
    }
    return line;
  }

  private static List<Route.Step> steps(Path path, EmergencyWeighting weighting) {
    var steps = new ArrayList<Route.Step>();
    for (EdgeIteratorState edge : path.calcEdges()) {
      String street = edge.getName();
      double seconds = weighting.calcEdgeMillis(edge, false) / 1000.0;
      if (!steps.isEmpty() && steps.getLast().street().equals(street)) {
        var last = steps.removeLast();
        steps.add(
            new Route.Step(street, last.metres() + edge.getDistance(), last.seconds() + seconds));
      } else {
        steps.add(new Route.Step(street, edge.getDistance(), seconds));
      }
    }
    return steps;
  }
}
