package uz.chorsu.roads;

import uz.chorsu.model.GeoPoint;

/// A box on the map in WGS 84 degrees, edges included. It never crosses the 180th meridian.
public record GeoBox(double minLat, double minLon, double maxLat, double maxLon) {
  /// @throws IllegalArgumentException if a minimum is above its maximum or not a number
  public GeoBox {
    if (!(minLat <= maxLat && minLon <= maxLon)) {
      throw new IllegalArgumentException(
          "Not a box: " + minLat + "," + minLon + " to " + maxLat + "," + maxLon);
    }
  }

  public boolean contains(GeoPoint point) {
    return point.lat() >= minLat
        && point.lat() <= maxLat
        && point.lon() >= minLon
        && point.lon() <= maxLon;
  }

  public GeoPoint centre() {
    return new GeoPoint((minLat + maxLat) / 2, (minLon + maxLon) / 2);
  }
}
