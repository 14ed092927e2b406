package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts one block in two with a street across its narrow side, roughly through the middle.
final class Cutter {
  private static final double SHORTEST_METRES = 42;
  private static final double CORNER_METRES = 19;
  private static final double CLEAR_METRES = 13;
  private static final int MOST_EDGES = 4;
  private static final int TRIES = 10;

  private final Plan plan;
  private final Dice dice;

  /// @param wobble how crooked streets are, as a share of their length
  /// @param snapMetres how far a street may shift to meet another one on the far side
  record Manner(double wobble, double snapMetres) {}

  private record Hit(double along, int edge, Point at) {}

  /// An end of the street to be: a corner that is there, or a place on an edge.
  private record End(Plan.@Nullable Vertex vertex, Plan.Edge edge, Point at) {}

  Cutter(Plan plan, Dice dice) {
    this.plan = plan;
    this.dice = dice;
  }

  /// @return the new block, or null if no street fits
  Plan.@Nullable Block cut(Plan.Block block, Kind kind, Manner manner) {
    List<Point> outline = block.outline();
    Point axis = longAxis(outline);
    for (int i = 0; i < TRIES; i++) {
      // Late tries also go along the block, for want of a better street.
      Point along = i < TRIES - 3 ? axis : axis.left();
      double lean = (0.03 + manner.wobble) * (1 + 0.4 * i);
      double off = 0.07 + 0.035 * i;
      List<End> ends = ends(block, outline, along, lean, off, manner);
      if (ends.size() == 2 && fits(outline, ends.get(0).at, ends.get(1).at)) {
        List<Point> bends = bends(outline, ends.get(0).at, ends.get(1).at, manner);
        return draw(block, ends.get(0), ends.get(1), bends, kind);
      }
    }
    return null;
  }

  /// Along the smallest rectangle around the block that is parallel to one of its sides.
  private static Point longAxis(List<Point> outline) {
    Point best = new Point(1, 0);
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < outline.size(); i++) {
      Point side = outline.get((i + 1) % outline.size()).minus(outline.get(i));
      if (side.length() > 12) {
        Point u = side.unit();
        double width = extent(outline, u);
        double depth = extent(outline, u.left());
        if (width * depth < smallest) {
          smallest = width * depth;
          best = width >= depth ? u : u.left();
        }
      }
    }
    return best;
  }

  private static double extent(List<Point> outline, Point direction) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Point point : outline) {
      low = Math.min(low, point.dot(direction));
      high = Math.max(high, point.dot(direction));
    }
    return high - low;
  }

  private List<End> ends(
      Plan.Block block, List<Point> outline, Point axis, double lean, double off, Manner manner) {
    Point middle = Point.centroid(outline);
    Point through = middle.plus(axis.times(extent(outline, axis) * dice.between(-off, off)));
    double angle = axis.left().angle() + dice.between(-lean, lean);
    List<Hit> hits = hits(outline, through, Point.polar(angle, 1));
    List<End> best = List.of();
    double longest = 0;
    for (int i = 0; i + 1 < hits.size(); i += 2) {
      double length = hits.get(i + 1).along - hits.get(i).along;
      if (length > longest) {
        End one = end(block, hits.get(i), manner.snapMetres);
        End other = end(block, hits.get(i + 1), manner.snapMetres);
        if (one != null && other != null) {
          longest = length;
          best = List.of(one, other);
        }
      }
    }
    return best;
  }

  private static List<Hit> hits(List<Point> outline, Point through, Point direction) {
    List<Hit> hits = new ArrayList<>();
    Point normal = direction.left();
    for (int i = 0; i < outline.size(); i++) {
      Point a = outline.get(i);
      Point b = outline.get((i + 1) % outline.size());
      double sideA = a.minus(through).dot(normal);
      double sideB = b.minus(through).dot(normal);
      if ((sideA >= 0) != (sideB >= 0)) {
        Point at = a.towards(b, sideA / (sideA - sideB));
        hits.add(new Hit(at.minus(through).dot(direction), i, at));
      }
    }
    hits.sort(java.util.Comparator.comparingDouble(Hit::along));
    return hits;
  }

  private static @Nullable End end(Plan.Block block, Hit hit, double snapMetres) {
    int size = block.ring.size();
    Plan.Vertex nearest = null;
    double nearestMetres = snapMetres;
    for (int offset = -1; offset <= 2; offset++) {
      Plan.Vertex vertex = block.ring.get(Math.floorMod(hit.edge + offset, size));
      double metres = vertex.at.metresTo(hit.at);
      boolean crossing = vertex.edges.size() > 2;
      if (metres < (crossing ? nearestMetres : Math.min(nearestMetres, CORNER_METRES))) {
        nearest = vertex;
        nearestMetres = metres;
      }
    }
    Plan.Edge edge = block.edge(hit.edge);
    if (nearest != null) {
      return mayMeet(nearest) ? new End(nearest, edge, nearest.at) : null;
    }
    return isPassable(edge) ? new End(null, edge, hit.at) : null;
  }

  private static boolean mayMeet(Plan.Vertex vertex) {
    return vertex.edges.size() < MOST_EDGES && vertex.edges.stream().allMatch(Cutter::isPassable);
  }

  /// Streets end at other streets, or where the city ends.
  private static boolean isPassable(Plan.Edge edge) {
    return (edge.kind().isRoad() && !edge.bridge) || edge.kind() == Kind.EDGE;
  }

  /// Inside the block, clear of its other corners, and meeting its sides at a fair angle.
  private static boolean fits(List<Point> outline, Point from, Point to) {
    if (from.metresTo(to) < SHORTEST_METRES || !from.towards(to, 0.5).inside(outline)) {
      return false;
    }
    for (int i = 0; i < outline.size(); i++) {
      Point a = outline.get(i);
      Point b = outline.get((i + 1) % outline.size());
      boolean touchesFrom = from.metresToSegment(a, b) < 0.01;
      boolean touchesTo = to.metresToSegment(a, b) < 0.01;
      if ((touchesFrom && sharp(from, to, a, b)) || (touchesTo && sharp(to, from, a, b))) {
        return false;
      }
      if (!touchesFrom && !touchesTo && Point.crossing(from, to, a, b) != null) {
        return false;
      }
      boolean isEnd = a.metresTo(from) < CORNER_METRES - 1 || a.metresTo(to) < CORNER_METRES - 1;
      if (!isEnd && a.metresToSegment(from, to) < CLEAR_METRES) {
        return false;
      }
    }
    return true;
  }

  /// Whether the street from `corner` makes less than 40 degrees with the side a–b.
  private static boolean sharp(Point corner, Point far, Point a, Point b) {
    Point street = far.minus(corner).unit();
    for (Point end : List.of(a, b)) {
      if (end.metresTo(corner) > 1 && end.minus(corner).unit().dot(street) > 0.77) {
        return true;
      }
    }
    return false;
  }

  private List<Point> bends(List<Point> outline, Point from, Point to, Manner manner) {
    double length = from.metresTo(to);
    int count = (int) (length / 70);
    if (count == 0) {
      return List.of();
    }
    Point aside = to.minus(from).unit().left();
    double bow = length * manner.wobble * dice.between(-0.9, 0.9);
    double noise = Math.min(6, length * manner.wobble * 0.25);
    List<Point> bends = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      double share = (double) i / (count + 1);
      double shift = bow * 4 * share * (1 - share) + dice.between(-noise, noise);
      bends.add(from.towards(to, share).plus(aside.times(shift)));
    }
    return clear(outline, from, bends, to) ? bends : List.of();
  }

  private static boolean clear(List<Point> outline, Point from, List<Point> bends, Point to) {
    Point last = from;
    for (int i = 0; i <= bends.size(); i++) {
      Point next = i < bends.size() ? bends.get(i) : to;
      Point start = last.towards(next, 0.02);
      Point end = last.towards(next, 0.98);
      for (int j = 0; j < outline.size(); j++) {
        Point a = outline.get(j);
        Point b = outline.get((j + 1) % outline.size());
        boolean near = i < bends.size() && next.metresToSegment(a, b) < CLEAR_METRES;
        if (near || Point.crossing(start, end, a, b) != null) {
          return false;
        }
      }
      last = next;
    }
    return true;
  }

  private Plan.Block draw(Plan.Block block, End one, End other, List<Point> bends, Kind kind) {
    Plan.Vertex from = one.vertex == null ? plan.cut(one.edge, one.at) : one.vertex;
    Plan.Vertex to = other.vertex == null ? plan.cut(other.edge, other.at) : other.vertex;
    Point firstBend = bends.isEmpty() ? to.at : bends.getFirst();
    Point lastBend = bends.isEmpty() ? from.at : bends.getLast();
    Plan.Street street = continued(from, firstBend, kind);
    if (street == null) {
      street = continued(to, lastBend, kind);
    }
    return plan.divide(block, from, to, bends, street == null ? plan.street(kind) : street);
  }

  /// The street that this one goes straight on from, if one of the same kind ends here.
  private static Plan.@Nullable Street continued(Plan.Vertex at, Point next, Kind kind) {
    Point direction = next.minus(at.at).unit();
    for (Plan.Edge edge : at.edges) {
      if (edge.kind() == kind
          && at.at.minus(edge.other(at).at).unit().dot(direction) > 0.9
          && at.edges.stream().filter(e -> e.street == edge.street).count() == 1) {
        return edge.street;
      }
    }
    return null;
  }
}
