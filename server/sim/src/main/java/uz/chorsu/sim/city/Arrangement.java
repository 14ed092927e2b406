package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a plan of lines that cross each other: finds the crossings, joins the lines there, drops
/// loose ends, and finds the blocks between.
final class Arrangement {
  /// A crossing this near to a bend of a line is put on the bend.
  private static final double SNAP_METRES = 14;

  private record Cut(double share, Point at) {}

  private static final class Segment {
    final int line;
    final Point from;
    final Point to;
    final List<Cut> cuts = new ArrayList<>();

    Segment(int line, Point from, Point to) {
      this.line = line;
      this.from = from;
      this.to = to;
    }

    boolean mayMeet(Segment other) {
      return Math.min(from.x(), to.x()) <= Math.max(other.from.x(), other.to.x())
          && Math.max(from.x(), to.x()) >= Math.min(other.from.x(), other.to.x())
          && Math.min(from.y(), to.y()) <= Math.max(other.from.y(), other.to.y())
          && Math.max(from.y(), to.y()) >= Math.min(other.from.y(), other.to.y());
    }
  }

  private final Plan plan = new Plan();
  private final List<Segment> segments = new ArrayList<>();
  private final Map<Long, Plan.Vertex> vertices = new HashMap<>();

  /// @return the plan; its streets are the lines, in their order
  static Plan of(List<Shape.Line> lines) {
    Arrangement arrangement = new Arrangement();
    for (int i = 0; i < lines.size(); i++) {
      List<Point> points = lines.get(i).points();
      for (int j = 0; j + 1 < points.size(); j++) {
        arrangement.segments.add(new Segment(i, points.get(j), points.get(j + 1)));
      }
    }
    arrangement.findCrossings();
    for (Shape.Line line : lines) {
      arrangement.plan.street(line.kind());
    }
    arrangement.segments.forEach(arrangement::draw);
    arrangement.dropLooseEnds();
    arrangement.findBlocks();
    return arrangement.plan;
  }

  private void findCrossings() {
    for (int i = 0; i < segments.size(); i++) {
      Segment one = segments.get(i);
      for (int j = i + 1; j < segments.size(); j++) {
        Segment other = segments.get(j);
        if (one.line != other.line && one.mayMeet(other)) {
          double[] shares = Point.crossing(one.from, one.to, other.from, other.to);
          if (shares != null) {
            Point at = snapped(one, other, one.from.towards(one.to, shares[0]));
            one.cuts.add(new Cut(shares[0], at));
            other.cuts.add(new Cut(shares[1], at));
          }
        }
      }
    }
  }

  private static Point snapped(Segment one, Segment other, Point at) {
    for (Point bend : List.of(one.from, one.to, other.from, other.to)) {
      if (bend.metresTo(at) < SNAP_METRES) {
        return bend;
      }
    }
    return at;
  }

  private void draw(Segment segment) {
    Plan.Street street = plan.streets.get(segment.line);
    segment.cuts.sort(Comparator.comparingDouble(Cut::share));
    Plan.Vertex last = vertexAt(segment.from);
    for (Cut cut : segment.cuts) {
      last = draw(last, vertexAt(cut.at), street);
    }
    draw(last, vertexAt(segment.to), street);
  }

  private static Plan.Vertex draw(Plan.Vertex from, Plan.Vertex to, Plan.Street street) {
    if (from != to && from.edgeTo(to) == null) {
      new Plan.Edge(from, to, street);
    }
    return to;
  }

  private Plan.Vertex vertexAt(Point at) {
    long key = Math.round(at.x() * 2) * 100_000_007L + Math.round(at.y() * 2);
    return vertices.computeIfAbsent(key, k -> plan.vertex(at));
  }

  private void dropLooseEnds() {
    boolean found = true;
    while (found) {
      found = false;
      for (Plan.Vertex vertex : plan.vertices) {
        if (vertex.edges.size() == 1) {
          Plan.Edge edge = vertex.edges.getFirst();
          edge.street.edges.remove(edge);
          edge.from.edges.remove(edge);
          edge.to.edges.remove(edge);
          found = true;
        }
      }
    }
    plan.vertices.removeIf(vertex -> vertex.edges.isEmpty());
  }

  private record HalfEdge(Plan.Vertex from, Plan.Vertex to) {}

  /// Walks around every block with the block on the left.
  private void findBlocks() {
    for (Plan.Vertex vertex : plan.vertices) {
      vertex.edges.sort(
          Comparator.comparingDouble(e -> e.other(vertex).at.minus(vertex.at).angle()));
    }
    Set<HalfEdge> walked = new HashSet<>();
    for (Plan.Vertex start : plan.vertices) {
      for (Plan.Edge edge : start.edges) {
        addBlock(walk(start, edge.other(start), walked));
      }
    }
  }

  /// At each corner takes the next edge clockwise, until all of it has been walked.
  private static List<Plan.Vertex> walk(
      Plan.Vertex first, Plan.Vertex second, Set<HalfEdge> walked) {
    Plan.Vertex from = first;
    Plan.Vertex to = second;
    List<Plan.Vertex> ring = new ArrayList<>();
    while (walked.add(new HalfEdge(from, to))) {
      ring.add(from);
      int back = 0;
      while (to.edges.get(back).other(to) != from) {
        back++;
      }
      Plan.Edge next = to.edges.get(Math.floorMod(back - 1, to.edges.size()));
      from = to;
      to = next.other(to);
    }
    return ring;
  }

  private void addBlock(List<Plan.Vertex> ring) {
    if (ring.size() > 2 && Point.area(ring.stream().map(v -> v.at).toList()) > 0) {
      Plan.Block block = new Plan.Block(ring);
      block.claimEdges();
      plan.blocks.add(block);
    }
  }
}
