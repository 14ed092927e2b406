package uz.chorsu.sim.live;

/// A place in the city, WGS 84 degrees.
///
/// @param label its address, empty if it has none
record Place(double lat, double lon, String label) {
  private static final double METRES_PER_DEGREE = 111_195;

  /// Distance on a plane, good enough within a city.
  double metresTo(Place other) {
    double north = (other.lat - lat) * METRES_PER_DEGREE;
    double east = (other.lon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
    return Math.hypot(north, east);
  }

  /// The place so many metres north and east of this one.
  Place moved(double northMetres, double eastMetres) {
    return new Place(
        lat + northMetres / METRES_PER_DEGREE,
        lon + eastMetres / (METRES_PER_DEGREE * Math.cos(Math.toRadians(lat))),
        label);
  }
}
