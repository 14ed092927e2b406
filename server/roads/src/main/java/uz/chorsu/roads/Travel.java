package uz.chorsu.roads;

import uz.chorsu.model.GeoPoint;

/// How long and how far from one place to another.
public record Travel(double seconds, double metres, Estimate estimate) {
  /// Road length over air distance in cities is mostly 1.2 to 1.4 (Ballou, Rahardja and Sakai,
  /// "Selected country circuity factors for road travel distance estimation", 2002); the upper end
  /// is taken, because whoever is off the network must first reach it.
  public static final double DETOUR_FACTOR = 1.4;

  /// Speed assumed for straight-line estimates, a cautious city average.
  public static final double STRAIGHT_LINE_SPEED_KMH = 36;

  /// Air distance times {@link #DETOUR_FACTOR}, at {@link #STRAIGHT_LINE_SPEED_KMH}.
  public static Travel straightLine(GeoPoint from, GeoPoint to) {
    double metres = from.metresTo(to) * DETOUR_FACTOR;
    return new Travel(metres / (STRAIGHT_LINE_SPEED_KMH / 3.6), metres, Estimate.STRAIGHT_LINE);
  }
}
