package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Writes what lies around and between the streets: ground, water, rails, parks, the roads that
/// lead away, hydrants.
final class Surroundings {
  private static final double HYDRANT_METRES = 190;

  private final OsmData data;
  private final Skeleton skeleton;
  private final Junctions junctions;
  private final Dice dice;

  Surroundings(OsmData data, Skeleton skeleton, Junctions junctions, Dice dice) {
    this.data = data;
    this.skeleton = skeleton;
    this.junctions = junctions;
    this.dice = dice;
  }

  void ground(Map<Plan.Block, Use> uses, Landmarks landmarks) {
    data.surface(skeleton.cityLimit, "landuse", "residential");
    for (Plan.Block block : skeleton.plan.blocks) {
      Use use = uses.getOrDefault(block, Use.GREEN);
      List<String> tags = landmarks.groundTags(use);
      List<Point> ground = tags.isEmpty() ? null : Ground.of(block, use == Use.FIELDS ? 4 : 1);
      if (ground != null) {
        data.surface(ground, tags.toArray(String[]::new));
        details(block, use, ground);
      }
    }
  }

  private void details(Plan.Block block, Use use, List<Point> ground) {
    switch (use) {
      case PARK -> {
        Point middle = Point.centroid(ground);
        paths(block, middle);
        if (middle.inside(ground) && dice.chance(0.6)) {
          Point pond = middle.plus(new Point(dice.between(-30, 30), dice.between(35, 60)));
          if (pond.inside(ground)) {
            data.surface(blob(pond, dice.between(18, 38)), "natural", "water", "water", "pond");
          }
        }
      }
      case SQUARE -> paths(block, Point.centroid(ground));
      case BAZAAR -> bazaar(block);
      case STADIUM -> {
        Point middle = Point.centroid(ground);
        data.surface(oval(middle, 88, 62), "building", "stadium");
        data.surface(oval(middle, 52, 34), "leisure", "pitch");
      }
      default -> {
        // Its buildings say enough.
      }
    }
  }

  /// A great dome in the middle, small ones around it, rows of stalls.
  private void bazaar(Plan.Block block) {
    data.surface(oval(new Point(0, 0), 46, 46), "building", "retail", "height", "30");
    for (int i = 0; i < 6; i++) {
      Point at = Point.polar(0.4 + i * Math.PI / 3, 84);
      data.surface(oval(at, 15, 15), "building", "retail", "height", "12");
    }
    for (int i = 0; i < 16; i++) {
      double angle = i * Math.PI / 8 + 0.2;
      Point along = Point.polar(angle + Math.PI / 2, 1);
      Building stalls = new Building(Point.polar(angle, 140), along, 34, 11);
      data.surface(stalls.corners(), "building", "retail");
    }
    paths(block, Point.polar(0.1, 58));
  }

  private static List<Point> oval(Point centre, double a, double b) {
    List<Point> outline = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double angle = 2 * Math.PI * i / 20;
      outline.add(centre.plus(new Point(StrictMath.cos(angle) * a, StrictMath.sin(angle) * b)));
    }
    return outline;
  }

  private List<Point> blob(Point centre, double metres) {
    List<Point> outline = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      outline.add(
          centre.plus(Point.polar(2 * Math.PI * i / 14, metres * dice.between(0.75, 1.15))));
    }
    return outline;
  }

  /// Footways from the corners of a park to its middle.
  private void paths(Plan.Block block, Point middle) {
    long centre = data.node(middle);
    int step = Math.max(1, block.ring.size() / 5);
    for (int i = 0; i < block.ring.size(); i += step) {
      Plan.Vertex gate = block.ring.get(i);
      Plan.Edge edge = block.edge(i);
      if (edge.kind().isRoad()
          && !edge.bridge
          && !junctions.isRoundabout(gate)
          && !junctions.isDual(edge.street)
          && junctions.pair(gate) == null) {
        Point bend =
            gate.at
                .towards(middle, 0.5)
                .plus(Point.polar(dice.between(0, 2 * Math.PI), gate.at.metresTo(middle) * 0.08));
        data.way(
            new long[] {junctions.nodeOf(gate, edge), data.node(bend), centre},
            "highway",
            "footway");
      }
    }
  }

  void water() {
    for (Shape.Line line : skeleton.acrossTheCity) {
      switch (line.kind()) {
        case RIVER -> water(line, 32, "river", new Name("Kumushsoy", "Кумушсай", "Kumushsoy"));
        case CANAL ->
            water(line, 9, "canal", new Name("Zarariq kanali", "канал Зарарык", "Zarariq Canal"));
        default -> rails(line);
      }
    }
  }

  private void water(Shape.Line line, double halfWidth, String kind, Name name) {
    List<Point> points = line.points();
    List<Point> outline = new ArrayList<>(Shape.shifted(points, halfWidth));
    outline.addAll(Shape.shifted(points, -halfWidth).reversed());
    data.surface(outline, OsmData.join(name.tags(), "natural", "water", "water", kind));
    data.line(points, OsmData.join(name.tags(), "waterway", kind));
  }

  private void rails(Shape.Line line) {
    data.line(Shape.shifted(line.points(), 3), "railway", "rail", "usage", "main");
    data.line(Shape.shifted(line.points(), -3), "railway", "rail", "usage", "main");
  }

  /// The highways that leave the city, from its edge on.
  void highways() {
    for (Shape.Line line : skeleton.beyond) {
      if (!line.kind().isRoad()) {
        continue;
      }
      Plan.Vertex exit =
          skeleton.plan.vertices.stream()
              .filter(v -> v.edges.stream().anyMatch(e -> e.kind() == Kind.EDGE))
              .filter(v -> v.edges.stream().anyMatch(e -> e.kind() == line.kind()))
              .min(Comparator.comparingDouble(v -> v.at.metresTo(line.points().getFirst())))
              .orElse(null);
      if (exit != null) {
        Plan.Edge edge =
            exit.edges.stream().filter(e -> e.kind() == line.kind()).findFirst().orElseThrow();
        long[] nodes = new long[line.points().size() + 1];
        nodes[0] = junctions.nodeOf(exit, edge);
        for (int i = 1; i < nodes.length; i++) {
          nodes[i] = data.node(line.points().get(i - 1));
        }
        data.way(nodes, RoadDrawing.tags(edge.street, line.kind(), false, false));
      }
    }
  }

  void hydrants() {
    for (Plan.Street street : skeleton.plan.streets) {
      if (!street.kind.isRoad() || street.kind == Kind.SERVICE || street.kind == Kind.TRUNK) {
        continue;
      }
      double since = dice.between(0, HYDRANT_METRES);
      for (Plan.Edge edge : street.edges) {
        since += edge.lengthMetres();
        if (since > HYDRANT_METRES && !edge.bridge) {
          since = 0;
          Point along = edge.to.at.minus(edge.from.at).unit();
          Point kerb = along.left().times(edge.kind().halfWidthMetres() - 1);
          data.node(edge.from.at.towards(edge.to.at, 0.5).plus(kerb), "emergency", "fire_hydrant");
        }
      }
    }
  }
}
