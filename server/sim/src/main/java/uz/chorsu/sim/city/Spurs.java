package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What leads into a block without cutting it: dead ends between houses, drives through the
/// courtyards of flats.
final class Spurs {
  private static final double CLEAR_METRES = 17;

  private final Plan plan;
  private final Dice dice;
  private final Map<Plan.Block, List<Plan.Edge>> byBlock = new HashMap<>();

  Spurs(Plan plan, Dice dice) {
    this.plan = plan;
    this.dice = dice;
  }

  List<Plan.Edge> of(Plan.Block block) {
    return byBlock.getOrDefault(block, List.of());
  }

  void draw(Map<Plan.Block, Use> uses) {
    for (Plan.Block block : plan.blocks) {
      Use use = uses.getOrDefault(block, Use.GREEN);
      int deadEnds =
          switch (use) {
            case OLD_TOWN -> dice.below(3);
            case HOUSES -> dice.chance(0.45) ? 1 : 0;
            default -> 0;
          };
      for (int i = 0; i < deadEnds; i++) {
        deadEnd(block);
      }
      if (use == Use.FLATS || use == Use.HOSPITAL || use == Use.INDUSTRY) {
        drive(block);
      }
    }
  }

  private void deadEnd(Plan.Block block) {
    List<Point> outline = block.outline();
    int side = entrance(block, -1);
    if (side < 0) {
      return;
    }
    Plan.Edge edge = block.edge(side);
    Point from = outline.get(side);
    Point to = outline.get((side + 1) % outline.size());
    Point inward = to.minus(from).unit().left();
    Point gate = from.towards(to, dice.between(0.4, 0.6));
    double depth = depth(outline, gate, inward) * dice.between(0.5, 0.62);
    Point half = gate.plus(inward.times(depth * 0.5)).plus(aside(inward, depth * 0.08));
    Point tip = gate.plus(inward.times(depth)).plus(aside(inward, depth * 0.16));
    if (depth < 34 || !isClear(block, outline, side, half) || !isClear(block, outline, -1, tip)) {
      return;
    }
    Plan.Vertex last = plan.cut(edge, gate);
    Plan.Street street = plan.street(Kind.LANE);
    for (Point next : List.of(half, tip)) {
      Plan.Vertex vertex = plan.vertex(next);
      add(block, new Plan.Edge(last, vertex, street));
      last = vertex;
    }
  }

  /// In through one side, across the middle, out through another.
  private void drive(Plan.Block block) {
    int in = entrance(block, -1);
    int out = in < 0 ? -1 : entrance(block, in);
    if (out < 0) {
      return;
    }
    List<Point> outline = block.outline();
    Point gateIn = outline.get(in).towards(outline.get((in + 1) % outline.size()), 0.5);
    Point gateOut = outline.get(out).towards(outline.get((out + 1) % outline.size()), 0.5);
    Point middle = Point.centroid(outline);
    Point first = gateIn.towards(middle, 0.55);
    Point second = gateOut.towards(middle, 0.55);
    if (!isClear(block, outline, in, first)
        || !isClear(block, outline, out, second)
        || !isClear(block, outline, -1, middle)
        || crosses(outline, in, gateIn, first)
        || crosses(outline, out, gateOut, second)
        || crosses(outline, -1, first, middle)
        || crosses(outline, -1, second, middle)) {
      return;
    }
    Plan.Edge edgeOut = block.edge(out);
    Plan.Vertex last = plan.cut(block.edge(in), gateIn);
    Plan.Vertex end = plan.cut(edgeOut, gateOut);
    Plan.Street street = plan.street(Kind.SERVICE);
    for (Point next : List.of(first, middle, second)) {
      Plan.Vertex vertex = plan.vertex(next);
      add(block, new Plan.Edge(last, vertex, street));
      last = vertex;
    }
    add(block, new Plan.Edge(last, end, street));
  }

  private void add(Plan.Block block, Plan.Edge edge) {
    byBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(edge);
  }

  /// A side of the block that a car may turn in from; of some by chance the longest.
  private int entrance(Plan.Block block, int notThis) {
    int best = -1;
    double longest = 44;
    for (int i = 0; i < 6; i++) {
      int side = dice.below(block.ring.size());
      Plan.Edge edge = block.edge(side);
      boolean fits =
          edge.kind().isRoad()
              && edge.kind().compareTo(Kind.SECONDARY) > 0
              && !edge.bridge
              && Math.abs(side - notThis) > 1;
      if (fits && edge.lengthMetres() > longest) {
        best = side;
        longest = edge.lengthMetres();
      }
    }
    return best;
  }

  private Point aside(Point inward, double most) {
    return inward.left().times(dice.between(-most, most));
  }

  private static double depth(List<Point> outline, Point from, Point direction) {
    double nearest = 400;
    Point start = from.plus(direction.times(1));
    Point far = from.plus(direction.times(400));
    for (int i = 0; i < outline.size(); i++) {
      double @Nullable [] shares =
          Point.crossing(start, far, outline.get(i), outline.get((i + 1) % outline.size()));
      if (shares != null) {
        nearest = Math.min(nearest, shares[0] * 400);
      }
    }
    return nearest;
  }

  private boolean isClear(Plan.Block block, List<Point> outline, int exceptSide, Point at) {
    if (!at.inside(outline)) {
      return false;
    }
    for (int i = 0; i < outline.size(); i++) {
      Point next = outline.get((i + 1) % outline.size());
      if (i != exceptSide && at.metresToSegment(outline.get(i), next) < CLEAR_METRES) {
        return false;
      }
    }
    for (Plan.Edge spur : of(block)) {
      if (at.metresToSegment(spur.from.at, spur.to.at) < 2 * CLEAR_METRES) {
        return false;
      }
    }
    return true;
  }

  private static boolean crosses(List<Point> outline, int exceptSide, Point from, Point to) {
    for (int i = 0; i < outline.size(); i++) {
      Point next = outline.get((i + 1) % outline.size());
      if (i != exceptSide && Point.crossing(from, to, outline.get(i), next) != null) {
        return true;
      }
    }
    return false;
  }
}
