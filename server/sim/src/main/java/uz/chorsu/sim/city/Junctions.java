package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns each corner of the plan into the nodes where ways meet: mostly one; two where a road with
/// separate carriageways passes; a circle of nodes at a roundabout.
final class Junctions {
  private static final double CARRIAGEWAY_METRES = 9;
  private static final double ROUNDABOUT_METRES = 24;

  /// The two nodes of a corner on a road with separate carriageways, to the left and to the right
  /// of the direction in which its path runs.
  record Pair(long left, long right, Point along) {}

  private final OsmData data;
  private final Map<Plan.Vertex, Long> single = new HashMap<>();
  private final Map<Plan.Vertex, Pair> pairs = new HashMap<>();
  private final Map<Plan.Vertex, Map<Plan.Edge, Long>> circles = new HashMap<>();
  private final Set<Plan.Street> dual;

  Junctions(OsmData data, Skeleton skeleton, Dice dice) {
    this.data = data;
    this.dual = new HashSet<>(skeleton.dualCarriageways);
    for (Plan.Street street : skeleton.dualCarriageways) {
      street.paths().forEach(this::split);
    }
    List<Plan.Vertex> corners = new ArrayList<>(skeleton.plan.vertices);
    dice.shuffle(corners);
    int wanted = Math.max(6, corners.size() / 900);
    for (Plan.Vertex vertex : corners) {
      if (circles.size() < wanted && suitsRoundabout(vertex)) {
        circle(vertex);
      }
    }
  }

  boolean isDual(Plan.Street street) {
    return dual.contains(street);
  }

  boolean isRoundabout(Plan.Vertex vertex) {
    return circles.containsKey(vertex);
  }

  @Nullable Pair pair(Plan.Vertex vertex) {
    return pairs.get(vertex);
  }

  /// The node at which an edge, not of a road with separate carriageways, reaches a corner.
  long nodeOf(Plan.Vertex vertex, Plan.Edge edge) {
    Map<Plan.Edge, Long> circle = circles.get(vertex);
    if (circle != null) {
      Long at = circle.get(edge);
      if (at != null) {
        return at;
      }
    }
    Pair pair = pairs.get(vertex);
    if (pair != null) {
      Point away = edge.other(vertex).at.minus(vertex.at);
      return pair.along.cross(away) > 0 ? pair.left : pair.right;
    }
    return single.computeIfAbsent(vertex, v -> data.node(v.at));
  }

  /// All nodes of a corner that has one or two.
  List<Long> nodes(Plan.Vertex vertex) {
    Pair pair = pairs.get(vertex);
    if (pair != null) {
      return List.of(pair.left, pair.right);
    }
    Long node = single.get(vertex);
    return node == null ? List.of() : List.of(node);
  }

  private void split(List<Plan.Vertex> path) {
    boolean ring = path.getFirst() == path.getLast();
    int count = ring ? path.size() - 1 : path.size();
    for (int i = 0; i < count; i++) {
      Plan.Vertex before = path.get(ring ? Math.floorMod(i - 1, count) : Math.max(0, i - 1));
      Plan.Vertex after = path.get(ring ? (i + 1) % count : Math.min(count - 1, i + 1));
      Plan.Vertex vertex = path.get(i);
      Point along = after.at.minus(before.at).unit();
      Point aside = along.left().times(CARRIAGEWAY_METRES);
      long left = data.node(vertex.at.plus(aside));
      long right = data.node(vertex.at.minus(aside));
      pairs.put(vertex, new Pair(left, right, along));
    }
  }

  private boolean suitsRoundabout(Plan.Vertex vertex) {
    return vertex.edges.size() >= 3
        && vertex.edges.stream().anyMatch(e -> e.kind().isArterial())
        && vertex.edges.stream().allMatch(e -> e.kind().compareTo(Kind.TERTIARY) <= 0)
        && vertex.edges.stream()
            .allMatch(e ->
                !e.bridge && !dual.contains(e.street) && e.lengthMetres() > 1.8 * ROUNDABOUT_METRES)
        && vertex.edges.stream().noneMatch(e -> isRoundabout(e.other(vertex)));
  }

  private void circle(Plan.Vertex vertex) {
    record Spoke(double angle, Plan.@Nullable Edge edge) {}
    List<Spoke> spokes = new ArrayList<>();
    for (Plan.Edge edge : vertex.edges) {
      spokes.add(new Spoke(edge.other(vertex).at.minus(vertex.at).angle(), edge));
    }
    for (int i = 0; i < 12; i++) {
      double angle = -Math.PI + 2 * Math.PI * (i + 0.5) / 12;
      if (spokes.stream().noneMatch(s -> s.edge != null && Math.abs(s.angle - angle) < 0.2)) {
        spokes.add(new Spoke(angle, null));
      }
    }
    // Counter-clockwise: one drives on the right.
    spokes.sort(Comparator.comparingDouble(Spoke::angle));
    Map<Plan.Edge, Long> nodes = new LinkedHashMap<>();
    long[] ring = new long[spokes.size() + 1];
    for (int i = 0; i < spokes.size(); i++) {
      Point at = vertex.at.plus(Point.polar(spokes.get(i).angle, ROUNDABOUT_METRES));
      ring[i] = data.node(at);
      Plan.Edge edge = spokes.get(i).edge;
      if (edge != null) {
        nodes.put(edge, ring[i]);
      }
    }
    ring[spokes.size()] = ring[0];
    circles.put(vertex, nodes);
    data.way(
        ring, "highway", "secondary", "junction", "roundabout", "oneway", "yes", "maxspeed", "40");
    data.surface(green(vertex.at), "landuse", "grass");
  }

  private static List<Point> green(Point centre) {
    List<Point> outline = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      outline.add(centre.plus(Point.polar(2 * Math.PI * i / 12, ROUNDABOUT_METRES - 7)));
    }
    return outline;
  }
}
