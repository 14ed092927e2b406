package uz.chorsu.sim.city;

import java.util.List;

/// A building: a rectangle on the plan.
///
/// @param centre of the rectangle
/// @param along the direction of its front, a unit
/// @param width of the front, metres
/// @param depth from front to back, metres
record Building(Point centre, Point along, double width, double depth) {
  List<Point> corners() {
    Point w = along.times(width / 2);
    Point d = along.left().times(depth / 2);
    return List.of(
        centre.minus(w).minus(d),
        centre.plus(w).minus(d),
        centre.plus(w).plus(d),
        centre.minus(w).plus(d));
  }

  /// Whether two buildings come nearer than `gapMetres` (separating axes).
  boolean meets(Building other, double gapMetres) {
    Point between = other.centre.minus(centre);
    double reach = (width + depth + other.width + other.depth) / 2 + gapMetres;
    if (Math.abs(between.x()) > reach || Math.abs(between.y()) > reach) {
      return false;
    }
    for (Point axis : List.of(along, along.left(), other.along, other.along.left())) {
      if (Math.abs(between.dot(axis)) > halfExtent(axis) + other.halfExtent(axis) + gapMetres) {
        return false;
      }
    }
    return true;
  }

  private double halfExtent(Point axis) {
    return Math.abs(along.dot(axis)) * width / 2 + Math.abs(along.left().dot(axis)) * depth / 2;
  }
}
