package uz.chorsu.roads;

import static com.graphhopper.util.DistancePlaneProjection.DIST_PLANE;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.index.Snap.Position;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// Finds the nearest road to a place.
final class Locator {
  private static final double STREET_METRES = 200;

  private final RoadNetwork network;
  private final TimeGraph graph;

  Locator(RoadNetwork network, TimeGraph graph) {
    this.network = network;
    this.graph = graph;
  }

  /// The nearest road, closed or not.
  Snap snap(GeoPoint position) {
    return toSnap(position, find(position, EdgeFilter.ALL_EDGES));
  }

  /// The nearest road of which at least one direction is open.
  Snap snapToOpen(GeoPoint position, TimeGraph open) {
    return toSnap(position, findOpen(position, open));
  }

  /// The same as {@link #snapToOpen} in GraphHopper's own words; null if off the network.
  com.graphhopper.storage.index.@Nullable Snap findOpen(GeoPoint position, TimeGraph open) {
    if (open == graph) {
      return find(position, EdgeFilter.ALL_EDGES);
    }
    return find(position, edge -> isOpen(open, edge.getEdge()));
  }

  /// The nearest street with a name, if it is within {@link #STREET_METRES}.
  Optional<Place> street(GeoPoint point) {
    var found =
        network.index.findClosest(point.lat(), point.lon(), edge -> !edge.getName().isEmpty());
    if (!found.isValid() || found.getQueryDistance() > STREET_METRES) {
      return Optional.empty();
    }
    var onRoad = found.getSnappedPoint();
    return Optional.of(
        new Place(
            found.getClosestEdge().getName(),
            Place.Kind.STREET,
            new GeoPoint(onRoad.lat, onRoad.lon),
            "",
            List.of(),
            -found.getQueryDistance()));
  }

  static boolean isOpen(TimeGraph open, int edge) {
    return open.millis[edge * 2] != TimeGraph.CLOSED
        || open.millis[edge * 2 + 1] != TimeGraph.CLOSED;
  }

  private com.graphhopper.storage.index.@Nullable Snap find(GeoPoint position, EdgeFilter filter) {
    var found = network.index.findClosest(position.lat(), position.lon(), filter);
    return found.isValid() && found.getQueryDistance() <= Roads.SNAP_LIMIT_METRES ? found : null;
  }

  private Snap toSnap(GeoPoint position, com.graphhopper.storage.index.@Nullable Snap found) {
    if (found == null) {
      return new Snap.OffNetwork(position);
    }
    var point = found.getSnappedPoint();
    boolean atJunction = found.getSnappedPosition() == Position.TOWER;
    return new Snap.OnRoad(
        position,
        new GeoPoint(point.lat, point.lon),
        found.getQueryDistance(),
        graph.originals[found.getClosestEdge().getEdge()],
        offsetMetres(found),
        atJunction ? found.getClosestNode() : -1);
  }

  private static double offsetMetres(com.graphhopper.storage.index.Snap found) {
    PointList points = found.getClosestEdge().fetchWayGeometry(FetchMode.ALL);
    double metres = 0;
    int last = found.getWayIndex();
    for (int i = 1; i <= last; i++) {
      metres +=
          DIST_PLANE.calcDist(
              points.getLat(i - 1), points.getLon(i - 1), points.getLat(i), points.getLon(i));
    }
    var point = found.getSnappedPoint();
    return metres
        + DIST_PLANE.calcDist(points.getLat(last), points.getLon(last), point.lat, point.lon);
  }
}
