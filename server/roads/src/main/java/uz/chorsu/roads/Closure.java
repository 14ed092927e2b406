package uz.chorsu.roads;

import java.util.List;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;

/// A stretch of road that an operator has closed. Whole road segments (junction to junction) are
/// closed; what is drawn decides which.
///
/// @param id the caller's own, unique among the closures in force
public record Closure(String id, Shape shape, Direction direction) {
  /// Which way of the road is closed.
  public enum Direction {
    BOTH,
    /// Only driving the way the line was drawn. A circle has no direction and closes both.
    AS_DRAWN
  }

  /// What the operator drew.
  public sealed interface Shape {}

  /// A line along a road, which closes the segments that it follows, or across one, which closes
  /// the segment that it cuts.
  ///
  /// @param points at least two
  public record Line(List<GeoPoint> points) implements Shape {
    public Line {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new Refused("closure.points", "at least two points", String.valueOf(points.size()));
      }
    }
  }

  /// Every segment that comes within the radius is closed.
  ///
  /// @param radiusMetres above 0, at most 5000
  public record Circle(GeoPoint centre, double radiusMetres) implements Shape {
    public Circle {
      if (!(radiusMetres > 0 && radiusMetres <= 5000)) {
        throw new Refused(
            "closure.radiusMetres", "above 0 and at most 5000", String.valueOf(radiusMetres));
      }
    }
  }
}
