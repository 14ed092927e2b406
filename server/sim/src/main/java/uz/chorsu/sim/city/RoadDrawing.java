package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the streets of the plan as ways: split where they become a bridge, at roundabouts and at
/// turn restrictions, as OpenStreetMap wants it.
final class RoadDrawing {
  /// A way that ends at a corner, and where it comes from.
  record Arm(long way, Plan.Edge edge, boolean startsHere) {}

  private final OsmData data;
  private final Plan plan;
  private final Junctions junctions;
  private final Map<Plan.Vertex, List<Arm>> restricted = new HashMap<>();
  private final List<Plan.Vertex> restrictedInOrder = new ArrayList<>();

  RoadDrawing(OsmData data, Skeleton skeleton, Junctions junctions, Dice dice) {
    this.data = data;
    this.plan = skeleton.plan;
    this.junctions = junctions;
    for (Plan.Vertex vertex : plan.vertices) {
      if (suitsRestriction(vertex) && dice.chance(0.4)) {
        restricted.put(vertex, new ArrayList<>());
        restrictedInOrder.add(vertex);
      }
    }
  }

  void draw() {
    for (Plan.Street street : plan.streets) {
      if (street.kind.isRoad()) {
        for (List<Plan.Vertex> path : street.paths()) {
          if (junctions.isDual(street)) {
            drawCarriageways(street, path);
          } else {
            drawStreet(street, path);
          }
        }
      }
    }
    joinCarriageways();
    restrictTurns();
    signals();
  }

  private boolean suitsRestriction(Plan.Vertex vertex) {
    boolean wide = vertex.edges.stream().anyMatch(e -> e.kind() == Kind.PRIMARY);
    boolean side = vertex.edges.stream().anyMatch(e -> e.kind() == Kind.TERTIARY);
    return wide
        && side
        && junctions.pair(vertex) == null
        && !junctions.isRoundabout(vertex)
        && vertex.edges.stream().allMatch(e -> e.kind().isRoad());
  }

  private static Plan.Edge edge(List<Plan.Vertex> path, int i) {
    Plan.Edge edge = path.get(i).edgeTo(path.get(i + 1));
    if (edge == null) {
      throw new IllegalStateException("A path goes where no edge is");
    }
    return edge;
  }

  private void drawStreet(Plan.Street street, List<Plan.Vertex> path) {
    List<Long> nodes = new ArrayList<>();
    int start = 0;
    for (int i = 0; i + 1 < path.size(); i++) {
      Plan.Edge edge = edge(path, i);
      addNode(nodes, junctions.nodeOf(path.get(i), edge));
      addNode(nodes, junctions.nodeOf(path.get(i + 1), edge));
      boolean last = i + 2 == path.size();
      if (last || breaksAt(path.get(i + 1), edge, edge(path, i + 1))) {
        write(street, nodes, path, start, i);
        nodes.clear();
        start = i + 1;
      }
    }
  }

  private static void addNode(List<Long> nodes, long node) {
    if (nodes.isEmpty() || nodes.getLast() != node) {
      nodes.add(node);
    }
  }

  private boolean breaksAt(Plan.Vertex vertex, Plan.Edge before, Plan.Edge after) {
    return before.bridge != after.bridge
        || junctions.isRoundabout(vertex)
        || restricted.containsKey(vertex);
  }

  private void write(
      Plan.Street street, List<Long> nodes, List<Plan.Vertex> path, int firstEdge, int lastEdge) {
    Plan.Edge first = edge(path, firstEdge);
    Plan.Edge last = edge(path, lastEdge);
    String[] tags = tags(street, street.kind, first.bridge, street.oneWay);
    long way = data.way(toArray(nodes), tags);
    @Nullable List<Arm> atStart = restricted.get(path.get(firstEdge));
    if (atStart != null) {
      atStart.add(new Arm(way, first, true));
    }
    @Nullable List<Arm> atEnd = restricted.get(path.get(lastEdge + 1));
    if (atEnd != null) {
      atEnd.add(new Arm(way, last, false));
    }
  }

  private static long[] toArray(List<Long> nodes) {
    return nodes.stream().mapToLong(Long::longValue).toArray();
  }

  static String[] tags(Plan.Street street, Kind kind, boolean bridge, boolean oneWay) {
    List<String> tags =
        new ArrayList<>(
            List.of("highway", kind.highway(), "maxspeed", String.valueOf(kind.speedLimitKmh())));
    if (street.name != null) {
      Collections.addAll(tags, street.name.tags());
    }
    if (bridge) {
      Collections.addAll(tags, "bridge", "yes", "layer", "1");
    }
    if (oneWay) {
      Collections.addAll(tags, "oneway", "yes");
    }
    int lanes =
        switch (kind) {
          case TRUNK -> 3;
          case PRIMARY -> oneWay ? 3 : 6;
          case SECONDARY -> 4;
          default -> 2;
        };
    if (kind.isArterial()) {
      Collections.addAll(tags, "lanes", String.valueOf(lanes), "surface", "asphalt");
    }
    return tags.toArray(String[]::new);
  }

  /// One way for each direction, each on the right of the middle.
  private void drawCarriageways(Plan.Street street, List<Plan.Vertex> path) {
    List<Long> right = new ArrayList<>();
    List<Long> left = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      Plan.Edge edge = edge(path, i);
      for (Plan.Vertex vertex : List.of(path.get(i), path.get(i + 1))) {
        Junctions.Pair pair = junctions.pair(vertex);
        if (pair != null) {
          addNode(right, pair.right());
          addNode(left, pair.left());
        }
      }
      boolean last = i + 2 == path.size();
      if (last || edge.bridge != edge(path, i + 1).bridge || right.size() > 60) {
        String[] tags = tags(street, street.kind, edge.bridge, true);
        data.way(toArray(right), tags);
        data.way(toArray(left.reversed()), tags);
        right.clear();
        left.clear();
      }
    }
  }

  /// Where a wider street meets the road one may cross over and turn back; at narrow ones only turn
  /// right.
  private void joinCarriageways() {
    for (Plan.Vertex vertex : plan.vertices) {
      Junctions.Pair pair = junctions.pair(vertex);
      if (pair == null) {
        continue;
      }
      Kind widest = null;
      boolean crossed = false;
      for (Plan.Edge edge : vertex.edges) {
        if (edge.kind().isRoad() && !junctions.isDual(edge.street)) {
          widest = widest == null || edge.kind().compareTo(widest) < 0 ? edge.kind() : widest;
          crossed |= vertex.edges.stream().filter(e -> e.street == edge.street).count() > 1;
        }
      }
      if (widest != null && !crossed && widest.compareTo(Kind.TERTIARY) <= 0) {
        data.way(
            new long[] {pair.left(), pair.right()},
            "highway",
            widest.highway() + "_link",
            "maxspeed",
            "40");
      }
    }
  }

  /// From a side street no left turn into the avenue.
  private void restrictTurns() {
    for (Plan.Vertex vertex : restrictedInOrder) {
      List<Arm> arms = restricted.getOrDefault(vertex, List.of());
      List<Long> nodes = junctions.nodes(vertex);
      for (Arm from : arms) {
        for (Arm to : arms) {
          if (from.edge.kind() == Kind.TERTIARY
              && to.edge.kind() == Kind.PRIMARY
              && isLeftTurn(vertex, from.edge, to.edge)
              && nodes.size() == 1) {
            data.relation(
                List.of(
                    new OsmData.Member('w', from.way, "from"),
                    new OsmData.Member('n', nodes.getFirst(), "via"),
                    new OsmData.Member('w', to.way, "to")),
                "type",
                "restriction",
                "restriction",
                "no_left_turn");
          }
        }
      }
    }
  }

  private static boolean isLeftTurn(Plan.Vertex at, Plan.Edge from, Plan.Edge to) {
    Point in = at.at.minus(from.other(at).at).unit();
    Point out = to.other(at).at.minus(at.at).unit();
    return in.cross(out) > 0.5;
  }

  private void signals() {
    for (Plan.Vertex vertex : plan.vertices) {
      long wide = vertex.edges.stream().filter(e -> e.kind().isArterial()).count();
      long side = vertex.edges.stream().filter(e -> e.kind() == Kind.TERTIARY).count();
      boolean junction = wide >= 3 || (wide >= 2 && side > 0);
      if (junction
          && !junctions.isRoundabout(vertex)
          && vertex.edges.stream().allMatch(e -> e.kind().isRoad())) {
        for (long node : junctions.nodes(vertex)) {
          data.tagNode(node, "highway", "traffic_signals");
        }
      }
    }
  }
}
