package uz.chorsu.api.live;

import java.util.Locale;
import uz.chorsu.model.Refused;

/// The part of the map that a viewer sees, in degrees.
record Window(double west, double south, double east, double north) {
  static final Window EVERYWHERE = new Window(-180, -90, 180, 90);

  /// @param text `west,south,east,north`
  static Window parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw refused(text);
    }
    double[] sides = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        sides[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw refused(text);
      }
    }
    return of(sides[0], sides[1], sides[2], sides[3]);
  }

  static Window of(double west, double south, double east, double north) {
    boolean sound =
        west >= -180
            && east <= 180
            && south >= -90
            && north <= 90
            && west <= east
            && south <= north;
    if (!sound) {
      throw refused(String.format(Locale.ROOT, "%s,%s,%s,%s", west, south, east, north));
    }
    return new Window(west, south, east, north);
  }

  boolean contains(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }

  boolean contains(Window other) {
    return contains(other.west, other.south) && contains(other.east, other.north);
  }

  boolean touches(Window other) {
    return other.west <= east && other.east >= west && other.south <= north && other.north >= south;
  }

  private static Refused refused(String text) {
    return new Refused(
        "bbox",
        "west,south,east,north in degrees, west not after east and south not after north",
        text.length() > 100 ? null : text);
  }
}
