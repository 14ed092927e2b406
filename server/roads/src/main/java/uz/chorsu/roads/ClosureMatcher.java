package uz.chorsu.roads;

import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uz.chorsu.model.GeoPoint;

/// Decides which road segments a drawn closure means.
///
/// A circle closes every segment that comes within its radius. A line closes a segment if at least
/// half of it runs within {@link #BESIDE_METRES} of the line, or if the line cuts it more than that
/// far from both its ends; streets that only begin or end at a closed road stay open.
final class ClosureMatcher {
  /// How exactly an operator can follow a road with a finger on a map of a few streets.
  static final double BESIDE_METRES = 12;

  private static final double SAMPLE_METRES = 4;
  private static final double METRES_PER_DEGREE = 111_195;

  private final RoadNetwork network;
  private final TimeGraph graph;
  private final EdgeFamilies families;

  ClosureMatcher(RoadNetwork network, TimeGraph graph, EdgeFamilies families) {
    this.network = network;
    this.graph = graph;
    this.families = families;
  }

  /// The directed edges (originals and copies) that the closure closes.
  List<Integer> keys(Closure closure) {
    var keys = new ArrayList<Integer>();
    for (int edge : candidates(closure.shape())) {
      Match match = match(closure.shape(), edge);
      if (!match.closed()) {
        continue;
      }
      for (int member : families.of(edge)) {
        boolean both = closure.direction() == Closure.Direction.BOTH || !match.directed();
        if (both || match.alongEdge()) {
          keys.add(member * 2);
        }
        if (both || !match.alongEdge()) {
          keys.add(member * 2 + 1);
        }
      }
    }
    return keys;
  }

  /// Lines of the segments, for the map.
  List<List<GeoPoint>> lines(Closure closure) {
    var lines = new ArrayList<List<GeoPoint>>();
    for (int edge : candidates(closure.shape())) {
      if (match(closure.shape(), edge).closed()) {
        PointList points = points(edge);
        var line = new ArrayList<GeoPoint>(points.size());
        for (int i = 0; i < points.size(); i++) {
          line.add(new GeoPoint(points.getLat(i), points.getLon(i)));
        }
        lines.add(line);
      }
    }
    return lines;
  }

  /// @param directed whether the drawing has a direction at all
  /// @param alongEdge whether it runs the way of the edge's geometry
  private record Match(boolean closed, boolean directed, boolean alongEdge) {}

  private Match match(Closure.Shape shape, int edge) {
    return switch (shape) {
      case Closure.Circle circle -> {
        double[] line = plane(points(edge), circle.centre());
        yield new Match(distance(line, 0, 0) <= circle.radiusMetres(), false, true);
      }
      case Closure.Line drawn -> matchLine(drawn, edge);
    };
  }

  private Match matchLine(Closure.Line drawn, int edge) {
    GeoPoint origin = drawn.points().getFirst();
    var drawnList = new PointList(drawn.points().size(), false);
    drawn.points().forEach(point -> drawnList.add(point.lat(), point.lon()));
    double[] line = plane(drawnList, origin);
    double[] road = plane(points(edge), origin);
    int samples = 0;
    int beside = 0;
    double sameWay = 0;
    boolean cut = false;
    double length = length(road);
    double before = 0;
    for (int i = 2; i < road.length; i += 2) {
      double dx = road[i] - road[i - 2];
      double dy = road[i + 1] - road[i - 1];
      double piece = Math.hypot(dx, dy);
      int steps = (int) Math.max(1, Math.ceil(piece / SAMPLE_METRES));
      for (int step = 0; step < steps; step++) {
        double share = (step + 0.5) / steps;
        int nearest = nearestPiece(line, road[i - 2] + dx * share, road[i - 1] + dy * share);
        samples++;
        if (nearest > 0) {
          beside++;
          sameWay += dx * (line[nearest] - line[nearest - 2]);
          sameWay += dy * (line[nearest + 1] - line[nearest - 1]);
        }
      }
      double at = crossing(line, road, i);
      if (at >= 0) {
        double metres = before + at * piece;
        if (metres > BESIDE_METRES && metres < length - BESIDE_METRES) {
          cut = true;
        }
      }
      before += piece;
    }
    boolean along = beside * 2 >= samples;
    // Cutting across has no direction along the road: both are meant.
    return new Match(along || cut, along, sameWay >= 0);
  }

  /// Where along a piece of the road (0 to 1) the drawn line cuts it, or -1.
  private static double crossing(double[] line, double[] road, int i) {
    for (int k = 2; k < line.length; k += 2) {
      double ax = road[i] - road[i - 2];
      double ay = road[i + 1] - road[i - 1];
      double bx = line[k] - line[k - 2];
      double by = line[k + 1] - line[k - 1];
      double cross = ax * by - ay * bx;
      if (Math.abs(cross) < 1e-9) {
        continue;
      }
      double cx = line[k - 2] - road[i - 2];
      double cy = line[k - 1] - road[i - 1];
      double onRoad = (cx * by - cy * bx) / cross;
      double onLine = (cx * ay - cy * ax) / cross;
      if (onRoad >= 0 && onRoad <= 1 && onLine >= 0 && onLine <= 1) {
        return onRoad;
      }
    }
    return -1;
  }

  /// Index of the end of the line's piece that lies within reach of the point, nearest first, or
  /// -1.
  private static int nearestPiece(double[] line, double x, double y) {
    double best = BESIDE_METRES;
    int nearest = -1;
    for (int i = 2; i < line.length; i += 2) {
      double distance = distance(line, i, x, y);
      if (distance <= best) {
        best = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(double[] line, double x, double y) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 2; i < line.length; i += 2) {
      best = Math.min(best, distance(line, i, x, y));
    }
    return best;
  }

  private static double distance(double[] line, int i, double x, double y) {
    double dx = line[i] - line[i - 2];
    double dy = line[i + 1] - line[i - 1];
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : ((x - line[i - 2]) * dx + (y - line[i - 1]) * dy) / square;
    double at = Math.clamp(share, 0, 1);
    return Math.hypot(x - line[i - 2] - at * dx, y - line[i - 1] - at * dy);
  }

  private static double length(double[] line) {
    double length = 0;
    for (int i = 2; i < line.length; i += 2) {
      length += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    }
    return length;
  }

  private Set<Integer> candidates(Closure.Shape shape) {
    double minLat = 90;
    double minLon = 180;
    double maxLat = -90;
    double maxLon = -180;
    List<GeoPoint> points =
        switch (shape) {
          case Closure.Circle circle -> List.of(circle.centre());
          case Closure.Line line -> line.points();
        };
    for (GeoPoint point : points) {
      minLat = Math.min(minLat, point.lat());
      minLon = Math.min(minLon, point.lon());
      maxLat = Math.max(maxLat, point.lat());
      maxLon = Math.max(maxLon, point.lon());
    }
    double reach = shape instanceof Closure.Circle circle ? circle.radiusMetres() : BESIDE_METRES;
    double lat = reach / METRES_PER_DEGREE;
    double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(maxLat)));
    var edges = new TreeSet<Integer>();
    network.index.query(
        new BBox(minLon - lon, maxLon + lon, minLat - lat, maxLat + lat),
        edge -> edges.add(graph.originals[edge]));
    return edges;
  }

  private PointList points(int edge) {
    return network.graph.getEdgeIteratorStateForKey(edge * 2).fetchWayGeometry(FetchMode.ALL);
  }

  /// East and north in metres from the origin, one pair after another.
  private static double[] plane(PointList points, GeoPoint origin) {
    double[] line = new double[points.size() * 2];
    double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(origin.lat()));
    for (int i = 0; i < points.size(); i++) {
      line[i * 2] = (points.getLon(i) - origin.lon()) * east;
      line[i * 2 + 1] = (points.getLat(i) - origin.lat()) * METRES_PER_DEGREE;
    }
    return line;
  }
}
