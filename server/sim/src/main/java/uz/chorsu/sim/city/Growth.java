package uz.chorsu.sim.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills the skeleton: cuts every large block again and again until the blocks are as small as the
/// character of their neighbourhood wants. Wide streets come first, lanes last.
final class Growth {
  private static final double QUARTER_M2 = 520_000;
  private static final Cutter.Manner STRAIGHT = new Cutter.Manner(0.025, 34);
  private static final Cutter.Manner CROOKED = new Cutter.Manner(0.11, 16);

  /// Something large that wants a whole block, as near as possible to a place.
  record Wish(Use use, Point near, double withinMetres, double fromM2, double toM2) {}

  final List<Quarter> quarters = new ArrayList<>();
  final Map<Plan.Block, Use> uses = new HashMap<>();
  private final Skeleton skeleton;
  private final Plan plan;
  private final double radius;
  private final Dice dice;
  private final Cutter cutter;
  private final List<Wish> wishes;

  Growth(Skeleton skeleton, double radiusMetres, List<Wish> wishes, Dice dice) {
    this.skeleton = skeleton;
    this.plan = skeleton.plan;
    this.radius = radiusMetres;
    this.dice = dice;
    this.cutter = new Cutter(plan, dice.forPart("cutter"));
    this.wishes = new ArrayList<>(wishes);
  }

  /// Wishes for which no block of the right size came up.
  List<Wish> unmet() {
    return wishes;
  }

  void grow() {
    Deque<Plan.Block> large = new ArrayDeque<>(plan.blocks);
    while (!large.isEmpty()) {
      Plan.Block block = large.removeFirst();
      double area = block.areaM2();
      List<Point> outline = block.outline();
      Point centre = Point.centroid(outline);
      if (block.mahalla < 0 && area < QUARTER_M2) {
        found(block, centre, area);
      }
      Wish wish = granted(centre, area);
      if (wish != null) {
        wishes.remove(wish);
        uses.put(block, wish.use);
        continue;
      }
      Plan.@Nullable Block other =
          area > targetM2(block) ? cutter.cut(block, kind(block, area), manner(block)) : null;
      if (other == null) {
        uses.put(block, use(block, outline, area));
      } else {
        large.addLast(block);
        large.addLast(other);
      }
    }
  }

  private @Nullable Wish granted(Point centre, double area) {
    return wishes.stream()
        .filter(w -> area >= w.fromM2 && area <= w.toM2)
        .filter(w -> w.near.metresTo(centre) <= w.withinMetres)
        .min(Comparator.comparingDouble(w -> w.near.metresTo(centre)))
        .orElse(null);
  }

  private void found(Plan.Block block, Point centre, double area) {
    block.district = skeleton.districtAt(centre);
    block.mahalla = quarters.size();
    quarters.add(new Quarter(block.mahalla, fabric(block, centre), centre, block.district, area));
  }

  private Quarter.Fabric fabric(Plan.Block block, Point centre) {
    double share = centre.length() / radius;
    boolean atTheEdge = block.ring.stream().anyMatch(v -> isEdge(v)) && share > 0.8;
    if (atTheEdge) {
      return dice.chance(0.6) ? Quarter.Fabric.FIELDS : Quarter.Fabric.HOUSES;
    }
    // The old town lies on one side of the bazaar, as old towns do; offices on the other.
    double metres = centre.length();
    if (metres < 1_700) {
      return centre.x() < 150 && metres < 1_600
          ? Quarter.Fabric.OLD_TOWN
          : dice.chance(0.75) ? Quarter.Fabric.DOWNTOWN : Quarter.Fabric.FLATS;
    }
    return dice.chance(0.62 - 0.5 * share) ? Quarter.Fabric.FLATS : Quarter.Fabric.HOUSES;
  }

  private static boolean isEdge(Plan.Vertex vertex) {
    return vertex.edges.stream().anyMatch(e -> e.kind() == Kind.EDGE);
  }

  private double targetM2(Plan.Block block) {
    if (block.mahalla < 0) {
      return 0;
    }
    return switch (quarters.get(block.mahalla).fabric()) {
      case OLD_TOWN -> 8_000;
      case DOWNTOWN -> 19_000;
      case FLATS -> 34_000;
      case HOUSES -> 14_500;
      case FIELDS -> 95_000;
    };
  }

  private Kind kind(Plan.Block block, double area) {
    if (area > 1_600_000) {
      return Kind.SECONDARY;
    }
    if (area > 330_000) {
      return Kind.TERTIARY;
    }
    boolean old =
        block.mahalla >= 0 && quarters.get(block.mahalla).fabric() == Quarter.Fabric.OLD_TOWN;
    return old && area < 40_000 ? Kind.LANE : Kind.RESIDENTIAL;
  }

  private Cutter.Manner manner(Plan.Block block) {
    if (block.mahalla < 0) {
      return new Cutter.Manner(0.035, 40);
    }
    return quarters.get(block.mahalla).fabric() == Quarter.Fabric.OLD_TOWN ? CROOKED : STRAIGHT;
  }

  private Use use(Plan.Block block, List<Point> outline, double area) {
    if (block.mahalla < 0) {
      return Use.GREEN;
    }
    // Slivers along water and rails stay green.
    if (area < 2_500 || roundness(outline) < 0.22) {
      return Use.GREEN;
    }
    return switch (quarters.get(block.mahalla).fabric()) {
      case OLD_TOWN -> Use.OLD_TOWN;
      case DOWNTOWN -> dice.chance(0.07) ? Use.GREEN : Use.DOWNTOWN;
      case FLATS -> dice.chance(0.06) ? Use.GREEN : Use.FLATS;
      case HOUSES -> Use.HOUSES;
      case FIELDS -> area > 40_000 ? Use.FIELDS : Use.HOUSES;
    };
  }

  /// 1 for a circle, 0.79 for a square, near 0 for a sliver (Polsby and Popper 1991).
  static double roundness(List<Point> outline) {
    double around = 0;
    for (int i = 0; i < outline.size(); i++) {
      around += outline.get(i).metresTo(outline.get((i + 1) % outline.size()));
    }
    return 4 * Math.PI * Point.area(outline) / (around * around);
  }
}
