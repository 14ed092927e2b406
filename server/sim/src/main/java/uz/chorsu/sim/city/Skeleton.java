package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;

/// The large lines of the city, before any small street: rings, avenues, river, canal, railway.
final class Skeleton {
  /// How far the map goes, as a share of the city's radius.
  static final double BEYOND = 1.16;

  final Plan plan;

  /// The rings from the middle outwards; the last is the outer ring road.
  final List<Plan.Street> rings = new ArrayList<>();

  final List<Plan.Street> avenues = new ArrayList<>();

  /// Two of the rings have a carriageway for each direction.
  final List<Plan.Street> dualCarriageways = new ArrayList<>();

  /// The highways from the city's edge on.
  final List<Shape.Line> beyond = new ArrayList<>();

  /// River, canal and railway, from end to end.
  final List<Shape.Line> acrossTheCity = new ArrayList<>();

  final List<Point> cityLimit;
  final double[] ringMetres;
  private final double[] avenueAngles;
  private final List<Shape.Line> lines = new ArrayList<>();
  private final double radius;
  private final Shape shape;
  private final Dice dice;

  Skeleton(double radiusMetres, Dice dice) {
    this.radius = radiusMetres;
    this.dice = dice;
    this.shape = new Shape(radiusMetres, dice.forPart("shape"));
    this.ringMetres = shape.rings();
    this.avenueAngles = angles();
    Shape.Line edge = shape.edge();
    this.cityLimit = edge.points().subList(0, edge.points().size() - 1);
    lines.add(edge);
    addRings();
    int ringEnd = lines.size();
    addAvenues();
    int avenueEnd = lines.size();
    addAcross();
    this.plan = Arrangement.of(lines);
    rings.addAll(plan.streets.subList(1, ringEnd));
    avenues.addAll(plan.streets.subList(ringEnd, avenueEnd));
    dualCarriageways.add(rings.getLast());
    dualCarriageways.add(rings.get(rings.size() - 2));
    markBridges();
  }

  private double[] angles() {
    int count = 10;
    double[] angles = new double[count];
    double turn = dice.between(0, 2 * Math.PI);
    for (int i = 0; i < count; i++) {
      angles[i] = turn + 2 * Math.PI * (i + dice.between(-0.16, 0.16)) / count;
    }
    return angles;
  }

  private void addRings() {
    for (int i = 0; i < ringMetres.length; i++) {
      boolean outermost = i == ringMetres.length - 1;
      boolean main = i == ringMetres.length - 2;
      Kind kind = outermost ? Kind.TRUNK : main ? Kind.PRIMARY : Kind.SECONDARY;
      lines.add(shape.ring(kind, ringMetres[i]));
    }
  }

  /// Ten avenues from the first ring; between them more, farther out, where the gaps grow wide.
  private void addAvenues() {
    double overshoot = 25;
    for (double angle : avenueAngles) {
      addSpoke(Kind.PRIMARY, angle, ringMetres[0] - overshoot);
    }
    int between = 1;
    for (int ring = 2; ring < ringMetres.length; ring *= 2) {
      for (int i = 0; i < avenueAngles.length; i++) {
        double from = avenueAngles[i];
        double to =
            i + 1 < avenueAngles.length ? avenueAngles[i + 1] : avenueAngles[0] + 2 * Math.PI;
        for (int k = 1; k <= between; k++) {
          double share = (2 * k - 1) / (2.0 * between);
          addSpoke(Kind.SECONDARY, from + (to - from) * share, ringMetres[ring - 1] - overshoot);
        }
      }
      between *= 2;
    }
  }

  private void addSpoke(Kind kind, double angle, double from) {
    double end = ringMetres[ringMetres.length - 1];
    boolean leavesTheCity = kind == Kind.PRIMARY && dice.chance(0.75);
    if (!leavesTheCity) {
      lines.add(shape.spoke(kind, angle, from, end + 25));
      return;
    }
    addAndGoOn(shape.spoke(kind, angle, from, radius * BEYOND));
  }

  private void addAcross() {
    double heading = dice.between(0, 2 * Math.PI);
    double river = radius * dice.between(0.4, 0.5);
    addAcross(shape.across(Kind.RIVER, heading, river, 160));
    addAcross(
        shape.across(
            Kind.CANAL,
            heading + dice.between(-0.1, 0.1),
            -radius * dice.between(0.17, 0.24),
            110));
    addAcross(
        shape.across(
            Kind.RAIL,
            heading + Math.PI / 2 + dice.between(-0.25, 0.25),
            radius * dice.between(0.44, 0.5) * (dice.chance(0.5) ? 1 : -1),
            60));
  }

  /// With a street along both sides: what lies beyond it never has to end at the water.
  private void addAcross(Shape.Line line) {
    lines.add(line);
    double aside = line.kind().halfWidthMetres() + 34;
    lines.add(new Shape.Line(Kind.TERTIARY, Shape.shifted(line.points(), aside)));
    lines.add(new Shape.Line(Kind.TERTIARY, Shape.shifted(line.points(), -aside)));
    acrossTheCity.add(
        new Shape.Line(
            line.kind(),
            line.points().stream().filter(p -> p.length() < BEYOND * radius).toList()));
  }

  private void addAndGoOn(Shape.Line line) {
    lines.add(line);
    List<Point> outside = new ArrayList<>();
    for (Point point : line.points()) {
      boolean isOutside = !point.inside(cityLimit) && point.length() < BEYOND * radius;
      if (isOutside) {
        outside.add(point);
      } else if (outside.size() > 1) {
        beyond.add(new Shape.Line(line.kind(), List.copyOf(outside)));
        outside.clear();
      } else {
        outside.clear();
      }
    }
    if (outside.size() > 1) {
      beyond.add(new Shape.Line(line.kind(), List.copyOf(outside)));
    }
  }

  /// Sector and ring to the number of a district: one in the middle, then two for each pair of
  /// avenues in a large city, one in a small one.
  int districtAt(Point at) {
    if (at.length() < shape.at(ringMetres[1], at.angle()).length()) {
      return 0;
    }
    int nearest = 0;
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < avenueAngles.length; i += 2) {
      double between = (avenueAngles[i] + avenueAngles[i + 1]) / 2;
      Point direction = shape.at(at.length(), between);
      double distance = direction.metresTo(at);
      if (distance < smallest) {
        smallest = distance;
        nearest = i / 2;
      }
    }
    boolean far = radius > 7_000 && at.length() > 0.55 * radius;
    return 1 + nearest + (far ? avenueAngles.length / 2 : 0);
  }

  /// Where a road meets water or rails it goes over them, and stays a bridge until it is clear of
  /// the banks.
  private void markBridges() {
    for (Plan.Vertex vertex : List.copyOf(plan.vertices)) {
      double width = 0;
      for (Plan.Edge edge : vertex.edges) {
        if (!edge.kind().isRoad() && edge.kind() != Kind.EDGE) {
          width = Math.max(width, edge.kind().halfWidthMetres() + 6);
        }
      }
      if (width > 0) {
        for (Plan.Edge edge : List.copyOf(vertex.edges)) {
          if (edge.kind().isRoad()) {
            markBridge(vertex, edge, width);
          }
        }
      }
    }
  }

  private void markBridge(Plan.Vertex vertex, Plan.Edge edge, double width) {
    Plan.Edge near = edge;
    if (edge.lengthMetres() > width + 12) {
      Plan.Vertex other = edge.other(vertex);
      double share = width / edge.lengthMetres();
      Plan.Vertex bank = plan.cut(edge, vertex.at.towards(other.at, share));
      near = vertex.edgeTo(bank);
    }
    if (near != null) {
      near.bridge = true;
    }
  }
}
