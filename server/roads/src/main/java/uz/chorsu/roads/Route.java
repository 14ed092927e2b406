package uz.chorsu.roads;

import java.util.List;
import uz.chorsu.model.GeoPoint;

/// A way to drive.
///
/// @param points the line on the map, at least two points; for a straight-line estimate just the
///   two ends
/// @param steps streets in the order they are driven; empty for a straight-line estimate
public record Route(
    List<GeoPoint> points, double metres, double seconds, Estimate estimate, List<Step> steps) {
  public Route {
    points = List.copyOf(points);
    steps = List.copyOf(steps);
  }

  /// A stretch along one street.
  ///
  /// @param street its name or number; empty if the map has none
  public record Step(String street, double metres, double seconds) {}
}
