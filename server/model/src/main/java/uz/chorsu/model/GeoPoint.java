package uz.chorsu.model;

/// A place on the Earth in WGS 84 (EPSG:4326), degrees.
///
/// @param lat degrees north, -90 to 90
/// @param lon degrees east, -180 to 180
public record GeoPoint(double lat, double lon) {
  /// Mean radius of the Earth (IUGG), metres.
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /// @throws Refused naming `lat` or `lon` if outside the Earth or not a number
  public GeoPoint {
    if (!(lat >= -90 && lat <= 90)) {
      throw new Refused("lat", "a number from -90 to 90", String.valueOf(lat));
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new Refused("lon", "a number from -180 to 180", String.valueOf(lon));
    }
  }

  /// Great-circle distance by the haversine formula.
  public double metresTo(GeoPoint other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, a)));
  }
}
