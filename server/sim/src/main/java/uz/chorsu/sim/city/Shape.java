package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;

/// The shape of the city at large: circles and spokes, bent so that no ring is a circle and no
/// avenue a straight line.
final class Shape {
  static final double FIRST_RING_METRES = 250;
  private static final double STEP_METRES = 90;

  record Line(Kind kind, List<Point> points) {}

  private final double radius;
  private final double[] phase = new double[12];
  private final Dice dice;

  Shape(double radiusMetres, Dice dice) {
    this.radius = radiusMetres;
    this.dice = dice;
    for (int i = 0; i < phase.length; i++) {
      phase[i] = dice.between(0, 2 * Math.PI);
    }
  }

  /// Distances of the rings from the centre, metres; the last is the outer ring road.
  double[] rings() {
    double outermost = 0.86 * radius;
    int between = (int) Math.max(2, Math.round((outermost - FIRST_RING_METRES) / 1_250));
    double[] rings = new double[between + 1];
    for (int i = 0; i <= between; i++) {
      rings[i] = FIRST_RING_METRES + (outermost - FIRST_RING_METRES) * i / between;
    }
    return rings;
  }

  Point at(double distance, double angle) {
    double share = distance / radius;
    double bulge =
        1
            + share
                * (0.08 * sin(2 * angle + phase[0])
                    + 0.06 * sin(3 * angle + phase[1])
                    + 0.025 * sin(5 * angle + phase[2]));
    double swirl = 0.16 * sin(2.4 * share + phase[3]);
    return Point.polar(angle + swirl, distance * bulge);
  }

  Line ring(Kind kind, double distance) {
    int steps = (int) Math.max(32, Math.round(2 * Math.PI * distance / STEP_METRES));
    List<Point> points = new ArrayList<>(steps + 1);
    for (int i = 0; i < steps; i++) {
      points.add(at(distance, 2 * Math.PI * i / steps));
    }
    points.add(points.getFirst());
    return new Line(kind, points);
  }

  /// Where the city ends, more ragged than its rings.
  Line edge() {
    int steps = (int) Math.max(32, Math.round(2 * Math.PI * radius / 120));
    List<Point> points = new ArrayList<>(steps + 1);
    for (int i = 0; i < steps; i++) {
      double angle = 2 * Math.PI * i / steps;
      double ragged = 1 + 0.02 * sin(7 * angle + phase[4]) + 0.015 * sin(17 * angle + phase[5]);
      points.add(at(radius * ragged, angle));
    }
    points.add(points.getFirst());
    return new Line(Kind.EDGE, points);
  }

  /// An avenue from one distance outwards to another.
  Line spoke(Kind kind, double angle, double from, double to) {
    double wiggle = dice.between(0, 2 * Math.PI);
    int steps = (int) Math.max(2, Math.round((to - from) / STEP_METRES));
    List<Point> points = new ArrayList<>(steps + 1);
    for (int i = 0; i <= steps; i++) {
      double distance = from + (to - from) * i / steps;
      points.add(at(distance, angle + 0.035 * sin(distance / 900 + wiggle)));
    }
    return new Line(kind, points);
  }

  /// A river, canal or railway that crosses the whole city and goes on beyond.
  ///
  /// @param heading the direction it runs in, radians counter-clockwise from east
  /// @param offset how far it passes from the centre, metres to the left of its direction
  /// @param bends how far it swings, metres
  Line across(Kind kind, double heading, double offset, double bends) {
    double a = dice.between(0, 2 * Math.PI);
    double b = dice.between(0, 2 * Math.PI);
    Point along = Point.polar(heading, 1);
    List<Point> points = new ArrayList<>();
    for (double s = -1.35 * radius; s <= 1.35 * radius; s += 70) {
      double swing = bends * (sin(s / 1_500 + a) + 0.4 * sin(s / 520 + b));
      points.add(along.times(s).plus(along.left().times(offset + swing)));
    }
    return new Line(kind, points);
  }

  private static double sin(double angle) {
    return StrictMath.sin(angle);
  }

  /// The line moved to the left of its direction; to the right if negative.
  static List<Point> shifted(List<Point> points, double metres) {
    List<Point> shifted = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      Point before = points.get(Math.max(0, i - 1));
      Point after = points.get(Math.min(points.size() - 1, i + 1));
      shifted.add(points.get(i).plus(after.minus(before).unit().left().times(metres)));
    }
    return shifted;
  }
}
