package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds on the blocks: houses along lanes, slabs of flats around courtyards, halls. A building is
/// put up only where it is clear of streets and of its neighbours.
final class Builder {
  /// One building with an address.
  ///
  /// @param alongMetres from the start of its edge, to number houses in their order
  /// @param onLeft of its edge
  record Lot(Building building, Use use, int levels, double alongMetres, boolean onLeft) {}

  /// How a row of buildings along a street looks, metres.
  private record Row(
      double fromWidth,
      double toWidth,
      double fromDepth,
      double toDepth,
      double gap,
      double back) {}

  private static final Row OLD = new Row(10, 14, 9, 13, 1.5, 1);
  private static final Row HOUSES = new Row(10, 15, 9, 12, 5.5, 3.5);
  private static final Row DOWNTOWN = new Row(22, 42, 14, 18, 7, 3);
  private static final Row SLABS = new Row(42, 72, 12, 13, 16, 9);
  private static final Row HALLS = new Row(35, 75, 22, 34, 14, 8);

  private final Spurs spurs;
  private final Dice dice;
  private final Map<Plan.Edge, List<Lot>> lots = new HashMap<>();
  private final Map<Plan.Block, List<Building>> onBlock = new HashMap<>();

  Builder(Spurs spurs, Dice dice) {
    this.spurs = spurs;
    this.dice = dice;
  }

  /// In the order of the street's numbers along this edge.
  List<Lot> lots(Plan.Edge edge) {
    List<Lot> here = lots.getOrDefault(edge, List.of());
    return here.stream().sorted(Comparator.comparingDouble(Lot::alongMetres)).toList();
  }

  List<Building> buildings(Plan.Block block) {
    return onBlock.getOrDefault(block, List.of());
  }

  void build(Plan.Block block, Use use) {
    switch (use) {
      case OLD_TOWN -> {
        rows(block, use, OLD);
        inner(block, use, OLD, 3);
      }
      case HOUSES -> rows(block, use, HOUSES);
      case DOWNTOWN -> {
        rows(block, use, DOWNTOWN);
        inner(block, use, DOWNTOWN, 24);
      }
      case FLATS -> {
        rows(block, use, SLABS);
        inner(block, use, SLABS, 26);
      }
      case INDUSTRY -> {
        rows(block, use, HALLS);
        inner(block, use, HALLS, 18);
      }
      case FIRE_STATION, POLICE, AMBULANCE_STATION, GAS_SERVICE, TOWN_HALL, RAILWAY_STATION -> {
        station(block, use);
        if (use != Use.TOWN_HALL && use != Use.RAILWAY_STATION) {
          rows(block, Use.HOUSES, HOUSES);
        }
      }
      case HOSPITAL, UNIVERSITY -> {
        rows(block, use, SLABS);
        inner(block, use, SLABS, 22);
      }
      case CLINIC, SCHOOL, KINDERGARTEN, BUS_STATION -> station(block, use);
      case FIELDS, PARK, SQUARE, CEMETERY, STADIUM, BAZAAR, GREEN -> {
        // Drawn as surfaces.
      }
    }
  }

  /// Along every street around the block, and along the dead ends inside.
  private void rows(Plan.Block block, Use use, Row row) {
    List<Point> outline = block.outline();
    for (int i = 0; i < block.ring.size(); i++) {
      Plan.Edge edge = block.edge(i);
      if (edge.kind().isRoad() && !edge.bridge) {
        row(block, outline, edge, edge.from == block.ring.get(i), use, row);
      }
    }
    for (Plan.Edge spur : spurs.of(block)) {
      row(block, outline, spur, true, use, row);
      row(block, outline, spur, false, use, row);
    }
  }

  private void row(
      Plan.Block block, List<Point> outline, Plan.Edge edge, boolean onLeft, Use use, Row row) {
    Point along = edge.to.at.minus(edge.from.at).unit();
    Point inward = onLeft ? along.left() : along.left().times(-1);
    double length = edge.lengthMetres();
    double at = dice.between(2, 8);
    while (at < length - 6) {
      double width = dice.between(row.fromWidth, row.toWidth);
      double depth = dice.between(row.fromDepth, row.toDepth);
      double back = edge.kind().halfWidthMetres() + row.back + dice.between(0, 1.5) + depth / 2;
      double middle = Math.min(at + width / 2, length - 1);
      Point centre = edge.from.at.plus(along.times(middle)).plus(inward.times(back));
      Building building = new Building(centre, along, width, depth);
      if (place(block, outline, building)) {
        add(block, edge, new Lot(building, use, levels(use), middle, onLeft));
        at += width + row.gap * dice.between(0.7, 1.4);
      } else {
        at += 5;
      }
    }
  }

  /// Rows behind the first, parallel to the longest side; they belong to the street there.
  private void inner(Plan.Block block, Use use, Row row, double between) {
    List<Point> outline = block.outline();
    int longest = -1;
    for (int i = 0; i < block.ring.size(); i++) {
      Plan.Edge edge = block.edge(i);
      if (edge.kind().isRoad()
          && (longest < 0 || edge.lengthMetres() > block.edge(longest).lengthMetres())) {
        longest = i;
      }
    }
    if (longest < 0) {
      return;
    }
    Plan.Edge edge = block.edge(longest);
    boolean onLeft = edge.from == block.ring.get(longest);
    Point along = edge.to.at.minus(edge.from.at).unit();
    Point inward = onLeft ? along.left() : along.left().times(-1);
    Point origin = edge.from.at;
    double first = 0;
    double last = 0;
    double deepest = 0;
    for (Point corner : outline) {
      first = Math.min(first, corner.minus(origin).dot(along));
      last = Math.max(last, corner.minus(origin).dot(along));
      deepest = Math.max(deepest, corner.minus(origin).dot(inward));
    }
    double step = row.toDepth + between;
    double firstRow = edge.kind().halfWidthMetres() + row.back + row.toDepth + between;
    for (double back = firstRow + row.toDepth / 2; back < deepest; back += step) {
      for (double at = first; at < last; ) {
        double width = dice.between(row.fromWidth, row.toWidth);
        double depth = dice.between(row.fromDepth, row.toDepth);
        Point centre = edge.from.at.plus(along.times(at + width / 2)).plus(inward.times(back));
        Building building = new Building(centre, along, width, depth);
        boolean placed = centre.inside(outline) && place(block, outline, building);
        if (placed) {
          add(block, edge, new Lot(building, use, levels(use), at + width / 2, onLeft));
        }
        at += placed ? width + row.gap : 14;
      }
    }
  }

  /// One large building in front, in the middle of the widest street.
  private void station(Plan.Block block, Use use) {
    List<Point> outline = block.outline();
    List<Integer> sides = new ArrayList<>();
    for (int i = 0; i < block.ring.size(); i++) {
      if (block.edge(i).kind().isRoad() && !block.edge(i).bridge) {
        sides.add(i);
      }
    }
    sides.sort(
        Comparator.comparing((Integer i) -> block.edge(i).kind())
            .thenComparingDouble(i -> -block.edge(i).lengthMetres()));
    for (double width : new double[] {46, 34, 24, 14, 9}) {
      for (int side : sides) {
        Plan.Edge edge = block.edge(side);
        boolean onLeft = edge.from == block.ring.get(side);
        Point along = edge.to.at.minus(edge.from.at).unit();
        Point inward = onLeft ? along.left() : along.left().times(-1);
        double depth = Math.min(20, width * 0.55);
        double back = edge.kind().halfWidthMetres() + 7 + depth / 2;
        double middle = edge.lengthMetres() / 2;
        Point centre = edge.from.at.plus(along.times(middle)).plus(inward.times(back));
        Building building = new Building(centre, along, width, depth);
        if (place(block, outline, building)) {
          add(block, edge, new Lot(building, use, 2, middle, onLeft));
          return;
        }
      }
    }
  }

  private boolean place(Plan.Block block, List<Point> outline, Building building) {
    for (Building other : buildings(block)) {
      if (building.meets(other, 1.2)) {
        return false;
      }
    }
    List<Point> corners = building.corners();
    for (Point corner : corners) {
      if (!corner.inside(outline)) {
        return false;
      }
    }
    double reach = (building.width() + building.depth()) / 2 + 45;
    for (int i = 0; i < outline.size(); i++) {
      Point a = outline.get(i);
      Point b = outline.get((i + 1) % outline.size());
      if (building.centre().metresToSegment(a, b) < reach
          && tooNear(corners, a, b, block.edge(i).kind().halfWidthMetres())) {
        return false;
      }
    }
    for (Plan.Edge spur : spurs.of(block)) {
      if (tooNear(corners, spur.from.at, spur.to.at, spur.kind().halfWidthMetres() - 1.5)) {
        return false;
      }
    }
    return true;
  }

  private static boolean tooNear(List<Point> corners, Point a, Point b, double metres) {
    for (int i = 0; i < 4; i++) {
      Point corner = corners.get(i);
      Point next = corners.get((i + 1) % 4);
      if (corner.metresToSegment(a, b) < metres
          || a.metresToSegment(corner, next) < metres
          || Point.crossing(corner, next, a, b) != null) {
        return true;
      }
    }
    return false;
  }

  private void add(Plan.Block block, Plan.Edge edge, Lot lot) {
    onBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(lot.building);
    lots.computeIfAbsent(edge, e -> new ArrayList<>()).add(lot);
  }

  private int levels(Use use) {
    return switch (use) {
      case FLATS -> dice.oneOf(List.of(4, 4, 5, 5, 9, 9, 12));
      case DOWNTOWN -> 2 + dice.below(6);
      case HOSPITAL, UNIVERSITY -> 3 + dice.below(3);
      case INDUSTRY -> 2;
      default -> 1 + dice.below(2);
    };
  }
}
