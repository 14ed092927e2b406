package uz.chorsu.roads;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import org.jspecify.annotations.Nullable;
import uz.chorsu.roads.RoadNetwork.Encoding;

/// What driving costs, for GraphHopper's own searches: whole milliseconds, rounded up for each
/// segment, so that sums are exact. A U-turn costs {@link #U_TURN_MILLIS} at any junction where the
/// map does not forbid it; nothing else about a turn costs time.
final class EmergencyWeighting implements Weighting {
  /// A fire engine turns in a street in about that time. Without a price, routes would turn around
  /// behind every forbidden turn; without the possibility, a dead end would be a trap.
  static final int U_TURN_MILLIS = 20_000;

  /// Milliseconds for a metre at 1 km/h.
  private static final double MILLIS_PER_METRE_AT_1_KMH = 3600;

  private final BaseGraph graph;
  private final Encoding encoding;
  private final ClosedEdges closed;
  private final @Nullable QueryGraph queryGraph;
  private final int[] originals;
  private final double leastMillisPerMetre;

  private EmergencyWeighting(
      BaseGraph graph,
      Encoding encoding,
      ClosedEdges closed,
      int[] originals,
      double leastMillisPerMetre,
      @Nullable QueryGraph queryGraph) {
    this.graph = graph;
    this.encoding = encoding;
    this.closed = closed;
    this.originals = originals;
    this.leastMillisPerMetre = leastMillisPerMetre;
    this.queryGraph = queryGraph;
  }

  /// Without closures, for the import.
  static EmergencyWeighting open(BaseGraph graph, Encoding encoding) {
    return new EmergencyWeighting(
        graph, encoding, ClosedEdges.NONE, EdgeCopies.originals(graph), 0, null);
  }

  /// For a search between two snapped points.
  static EmergencyWeighting between(
      RoadNetwork network, ClosedEdges closed, TimeGraph roads, QueryGraph queryGraph) {
    return new EmergencyWeighting(
        network.graph,
        network.encoding,
        closed,
        roads.originals,
        roads.leastMillisPerMetre,
        queryGraph);
  }

  /// Whole milliseconds for a stretch, at least one; speed 0 is for the caller to exclude.
  static int millis(double metres, double speedKmh) {
    double millis = metres * MILLIS_PER_METRE_AT_1_KMH / speedKmh;
    return (int) Math.max(1, Math.ceil(millis));
  }

  @Override
  public double calcMinWeightPerDistance() {
    // A little less than on the fastest road, because GraphHopper measures on a plane.
    return 0.99 * leastMillisPerMetre;
  }

  @Override
  public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
    double speedKmh = reverse ? edge.getReverse(encoding.speed) : edge.get(encoding.speed);
    if (speedKmh == 0 || closed.contains(roadKey(edge) ^ (reverse ? 1 : 0))) {
      return Double.POSITIVE_INFINITY;
    }
    return millis(edge.getDistance(), speedKmh);
  }

  /// The directed edge of the road itself, also for the parts that a snapped point cuts it into.
  private int roadKey(EdgeIteratorState edge) {
    int key = edge.getEdgeKey();
    if (queryGraph != null && queryGraph.isVirtualEdge(edge.getEdge())) {
      return ((VirtualEdgeIteratorState) queryGraph.getEdgeIteratorStateForKey(key))
          .getOriginalEdgeKey();
    }
    return key;
  }

  @Override
  public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
    return (long) calcEdgeWeight(edge, reverse);
  }

  @Override
  public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
    if (inEdge < 0 || outEdge < 0) {
      return 0;
    }
    if (graph.getTurnCostStorage().get(encoding.turnRestriction, inEdge, viaNode, outEdge)) {
      return Double.POSITIVE_INFINITY;
    }
    return originals[inEdge] == originals[outEdge] ? U_TURN_MILLIS : 0;
  }

  @Override
  public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
    return (long) calcTurnWeight(inEdge, viaNode, outEdge);
  }

  @Override
  public boolean hasTurnCosts() {
    return true;
  }

  @Override
  public String getName() {
    return "chorsu_emergency";
  }
}
