package uz.chorsu.sim.city;

import java.util.List;

/// A place on the plan, metres east and north of the city's centre; also a direction.
record Point(double x, double y) {
  Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  Point times(double factor) {
    return new Point(x * factor, y * factor);
  }

  double length() {
    return Math.sqrt(x * x + y * y);
  }

  double metresTo(Point other) {
    return minus(other).length();
  }

  double dot(Point other) {
    return x * other.x + y * other.y;
  }

  /// Positive if the other direction lies to the left of this one.
  double cross(Point other) {
    return x * other.y - y * other.x;
  }

  /// A quarter turn to the left.
  Point left() {
    return new Point(-y, x);
  }

  Point unit() {
    double length = length();
    return length == 0 ? new Point(1, 0) : new Point(x / length, y / length);
  }

  Point towards(Point other, double share) {
    return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
  }

  double angle() {
    return StrictMath.atan2(y, x);
  }

  static Point polar(double angle, double length) {
    return new Point(StrictMath.cos(angle) * length, StrictMath.sin(angle) * length);
  }

  /// Twice-signed area halved: positive if the ring runs counter-clockwise.
  static double area(List<Point> ring) {
    double twice = 0;
    for (int i = 0; i < ring.size(); i++) {
      twice += ring.get(i).cross(ring.get((i + 1) % ring.size()));
    }
    return twice / 2;
  }

  static Point centroid(List<Point> ring) {
    double area = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.size(); i++) {
      Point a = ring.get(i);
      Point b = ring.get((i + 1) % ring.size());
      double cross = a.cross(b);
      area += cross;
      x += (a.x + b.x) * cross;
      y += (a.y + b.y) * cross;
    }
    return area == 0 ? ring.getFirst() : new Point(x / (3 * area), y / (3 * area));
  }

  boolean inside(List<Point> ring) {
    boolean inside = false;
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      Point a = ring.get(i);
      Point b = ring.get(j);
      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) {
        inside = !inside;
      }
    }
    return inside;
  }

  double metresToSegment(Point a, Point b) {
    Point along = b.minus(a);
    double length2 = along.dot(along);
    double t = length2 == 0 ? 0 : Math.clamp(minus(a).dot(along) / length2, 0, 1);
    return metresTo(a.towards(b, t));
  }

  /// Where the segments a–b and c–d cross, as the shares along both; null if they do not.
  static double @org.jspecify.annotations.Nullable [] crossing(Point a, Point b, Point c, Point d) {
    Point r = b.minus(a);
    Point s = d.minus(c);
    double denominator = r.cross(s);
    if (Math.abs(denominator) < 1e-9) {
      return null;
    }
    double t = c.minus(a).cross(s) / denominator;
    double u = c.minus(a).cross(r) / denominator;
    return t < 0 || t > 1 || u < 0 || u > 1 ? null : new double[] {t, u};
  }
}
