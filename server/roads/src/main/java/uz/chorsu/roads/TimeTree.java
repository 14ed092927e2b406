package uz.chorsu.roads;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Dijkstra's algorithm from one place backwards over directed edges, so that forbidden turns and
/// the price of U-turns are exact. One instance serves one tree after another on one thread; the
/// results are arrays of their own.
///
/// For each directed edge two times matter: from its head (having driven it) to the place, and from
/// its tail. The queue holds times from tails. At a junction without forbidden turns the first
/// departure that is settled is best for every arrival except its own U-turn, and the second
/// settles that one; further departures change nothing. So most junctions are looked at twice, not
/// once for each road.
final class TimeTree {
  static final int UNREACHED = Integer.MAX_VALUE;
  private static final int NONE = -1;

  private final TimeGraph graph;
  private final LongHeap queue = new LongHeap();
  private final int[] fromTail;
  private final int[] firstDeparture;
  private final boolean[] secondSeen;
  private int[] fromHead = {};
  private float[] metresFromHead = {};
  private TimeGraph open;

  /// @param graph fixes the size; trees may be made over the same graph with closures
  TimeTree(TimeGraph graph) {
    this.graph = graph;
    this.open = graph;
    this.fromTail = new int[graph.keyCount()];
    this.firstDeparture = new int[graph.junctionCount()];
    this.secondSeen = new boolean[graph.junctionCount()];
  }

  /// What a search found.
  ///
  /// @param millis for each key the time from its head to the place, or {@link #UNREACHED}
  /// @param metres for each key the length of that way
  // Plain arrays for speed; nobody compares results.
  @SuppressWarnings("ArrayRecordComponent")
  record Result(int[] millis, float[] metres) {}

  /// Starts a tree over the network as it is now.
  void start(TimeGraph openRoads) {
    if (openRoads.keyCount() != graph.keyCount()) {
      throw new IllegalArgumentException("Another network");
    }
    open = openRoads;
    fromHead = new int[graph.keyCount()];
    metresFromHead = new float[graph.keyCount()];
    Arrays.fill(fromHead, UNREACHED);
    Arrays.fill(fromTail, UNREACHED);
    Arrays.fill(firstDeparture, NONE);
    Arrays.fill(secondSeen, false);
    queue.clear();
  }

  /// The place lies on this edge.
  ///
  /// @param millis from the edge's tail to the place
  void reachFromTail(int key, int millis) {
    if (millis < fromTail[key]) {
      fromTail[key] = millis;
      queue.add(millis, key);
    }
  }

  /// The place is this junction.
  void reachJunction(int node) {
    for (int i = open.first[node]; i < open.first[node + 1]; i++) {
      arrive(open.leaving[i] ^ 1, 0, 0);
    }
  }

  /// @param metresOnPlaceEdge length of the last stretch for a key given to {@link #reachFromTail},
  ///   below 0 for any other key
  Result run(IntToDoubleFunction metresOnPlaceEdge) {
    while (!queue.isEmpty()) {
      long entry = queue.poll();
      int key = LongHeap.key(entry);
      int time = LongHeap.time(entry);
      if (time == fromTail[key]) {
        double viaEdge = metresOnPlaceEdge.applyAsDouble(key);
        float metres = viaEdge >= 0 ? (float) viaEdge : metresFromHead[key] + open.metres[key >> 1];
        settle(key, time, metres);
      }
    }
    return new Result(fromHead, metresFromHead);
  }

  private void settle(int departure, int time, float metres) {
    int node = open.tails[departure];
    if (open.special[node]) {
      settleSpecial(departure, node, time, metres);
    } else if (firstDeparture[node] == NONE) {
      firstDeparture[node] = departure;
      for (int i = open.first[node]; i < open.first[node + 1]; i++) {
        int arrival = open.leaving[i] ^ 1;
        boolean uTurn = arrival == (departure ^ 1);
        arrive(arrival, uTurn ? time + EmergencyWeighting.U_TURN_MILLIS : time, metres);
      }
    } else if (!secondSeen[node] && firstDeparture[node] != departure) {
      secondSeen[node] = true;
      arrive(firstDeparture[node] ^ 1, time, metres);
    }
  }

  private void settleSpecial(int departure, int node, int time, float metres) {
    for (int i = open.first[node]; i < open.first[node + 1]; i++) {
      int arrival = open.leaving[i] ^ 1;
      int turn = open.turnMillis(arrival >> 1, node, departure >> 1);
      if (turn != TimeGraph.CLOSED) {
        arrive(arrival, time + turn, metres);
      }
    }
  }

  private void arrive(int key, int millis, float metres) {
    int along = open.millis[key];
    if (along == TimeGraph.CLOSED || millis >= fromHead[key]) {
      return;
    }
    fromHead[key] = millis;
    metresFromHead[key] = metres;
    int atTail = millis + along;
    if (atTail < fromTail[key]) {
      fromTail[key] = atTail;
      queue.add(atTail, key);
    }
  }
}
