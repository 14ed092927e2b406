package uz.chorsu.sim.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which junctions can be driven to from each other and back (Kosaraju's two searches).
final class StrongComponents {
  private final Map<Long, List<Long>> forwards = new HashMap<>();
  private final Map<Long, List<Long>> backwards = new HashMap<>();

  void addOneWay(long from, long to) {
    forwards.computeIfAbsent(from, n -> new ArrayList<>()).add(to);
    forwards.computeIfAbsent(to, n -> new ArrayList<>());
    backwards.computeIfAbsent(to, n -> new ArrayList<>()).add(from);
    backwards.computeIfAbsent(from, n -> new ArrayList<>());
  }

  int nodes() {
    return forwards.size();
  }

  Set<Long> largest() {
    List<Long> order = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (long start : forwards.keySet()) {
      search(start, forwards, seen, order);
    }
    seen.clear();
    Set<Long> largest = Set.of();
    for (long start : order.reversed()) {
      List<Long> component = new ArrayList<>();
      search(start, backwards, seen, component);
      if (component.size() > largest.size()) {
        largest = new HashSet<>(component);
      }
    }
    return largest;
  }

  /// Adds what can be reached, each when all that follows it has been added.
  private static void search(
      long start, Map<Long, List<Long>> graph, Set<Long> seen, List<Long> finished) {
    record Step(long node, java.util.Iterator<Long> rest) {}
    if (!seen.add(start)) {
      return;
    }
    Deque<Step> path = new ArrayDeque<>();
    path.push(new Step(start, graph.getOrDefault(start, List.of()).iterator()));
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.rest.hasNext()) {
        long next = step.rest.next();
        if (seen.add(next)) {
          path.push(new Step(next, graph.getOrDefault(next, List.of()).iterator()));
        }
      } else {
        finished.add(path.pop().node);
      }
    }
  }
}
