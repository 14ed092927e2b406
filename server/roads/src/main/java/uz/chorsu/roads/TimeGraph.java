package uz.chorsu.roads;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.TurnCostStorage;
import java.util.Arrays;

/// The road network as plain arrays for the reverse shortest-path tree. Directed edges are numbered
/// as GraphHopper's edge keys: edge `e` along its geometry is `2e`, against it `2e + 1`, so `key ^
/// 1` is the opposite direction. Unchanging; closures make a new one that shares the rest.
///
/// Why not GraphHopper's own tree: docs/decisions/0010-travel-times-by-an-own-tree.md.
final class TimeGraph {
  /// No driving that way.
  static final int CLOSED = Integer.MAX_VALUE;

  private static final long[] NO_TURNS = {};

  /// For each key the milliseconds from its tail to its head, or {@link #CLOSED}.
  final int[] millis;

  /// For each edge (not key) its length.
  final float[] metres;

  /// For each key the junction where it begins.
  final int[] tails;

  /// The keys that begin at junction `n` are `leaving[first[n]]` to `leaving[first[n + 1] - 1]`;
  /// the keys that end there are their opposites.
  final int[] first;

  final int[] leaving;

  /// For each edge the edge that it is a copy of; see {@link EdgeCopies}.
  final int[] originals;

  /// For each junction whether some turn is forbidden there or a copied edge begins there.
  final boolean[] special;

  /// On the fastest road of the network.
  final double leastMillisPerMetre;

  /// Forbidden turns by junction, sorted for lookup; see {@link #turn}.
  private final long[][] forbidden;

  private TimeGraph(TimeGraph all, int[] millis) {
    this.millis = millis;
    this.metres = all.metres;
    this.tails = all.tails;
    this.first = all.first;
    this.leaving = all.leaving;
    this.originals = all.originals;
    this.special = all.special;
    this.leastMillisPerMetre = all.leastMillisPerMetre;
    this.forbidden = all.forbidden;
  }

  TimeGraph(RoadNetwork network) {
    BaseGraph graph = network.graph;
    int edgeCount = graph.getEdges();
    millis = new int[edgeCount * 2];
    metres = new float[edgeCount];
    tails = new int[edgeCount * 2];
    leastMillisPerMetre = EmergencyWeighting.millis(1e6, readEdges(network)) / 1e6;
    first = new int[graph.getNodes() + 1];
    leaving = new int[edgeCount * 2];
    sortByTail();
    originals = EdgeCopies.originals(graph);
    special = new boolean[graph.getNodes()];
    forbidden = new long[graph.getNodes()][];
    Arrays.fill(forbidden, NO_TURNS);
    readTurns(network);
    markCopies();
  }

  /// @return the highest speed, km/h
  private double readEdges(RoadNetwork network) {
    double highest = 1;
    var speed = network.encoding.speed;
    AllEdgesIterator edges = network.graph.getAllEdges();
    while (edges.next()) {
      int key = edges.getEdge() * 2;
      double forward = edges.get(speed);
      double backward = edges.getReverse(speed);
      double length = edges.getDistance();
      metres[edges.getEdge()] = (float) length;
      millis[key] = forward == 0 ? CLOSED : EmergencyWeighting.millis(length, forward);
      millis[key + 1] = backward == 0 ? CLOSED : EmergencyWeighting.millis(length, backward);
      tails[key] = edges.getBaseNode();
      tails[key + 1] = edges.getAdjNode();
      highest = Math.max(highest, Math.max(forward, backward));
    }
    return highest;
  }

  private void sortByTail() {
    for (int tail : tails) {
      first[tail + 1]++;
    }
    for (int node = 1; node < first.length; node++) {
      first[node] += first[node - 1];
    }
    int[] next = first.clone();
    for (int key = 0; key < tails.length; key++) {
      leaving[next[tails[key]]++] = key;
    }
  }

  private void readTurns(RoadNetwork network) {
    TurnCostStorage.Iterator turns = network.graph.getTurnCostStorage().getAllTurnCosts();
    while (turns.next()) {
      if (turns.get(network.encoding.turnRestriction)) {
        int node = turns.getViaNode();
        long[] before = forbidden[node];
        long[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = turn(turns.getFromEdge(), turns.getToEdge());
        forbidden[node] = after;
        special[node] = true;
      }
    }
  }

  private void markCopies() {
    for (int edge = 0; edge < originals.length; edge++) {
      if (originals[edge] != edge) {
        special[tails[edge * 2]] = true;
        special[tails[edge * 2 + 1]] = true;
      }
    }
  }

  private static long turn(int inEdge, int outEdge) {
    return ((long) inEdge << 32) | outEdge;
  }

  /// Milliseconds for turning at a junction, or {@link #CLOSED}.
  int turnMillis(int inEdge, int node, int outEdge) {
    long turn = turn(inEdge, outEdge);
    for (long no : forbidden[node]) {
      if (no == turn) {
        return CLOSED;
      }
    }
    return originals[inEdge] == originals[outEdge] ? EmergencyWeighting.U_TURN_MILLIS : 0;
  }

  TimeGraph without(ClosedEdges closed) {
    if (closed.isEmpty()) {
      return this;
    }
    int[] left = millis.clone();
    for (int key = 0; key < left.length; key++) {
      if (closed.contains(key)) {
        left[key] = CLOSED;
      }
    }
    return new TimeGraph(this, left);
  }

  int head(int key) {
    return tails[key ^ 1];
  }

  int keyCount() {
    return tails.length;
  }

  int junctionCount() {
    return first.length - 1;
  }
}
