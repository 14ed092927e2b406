package uz.chorsu.roads;

import java.util.List;
import uz.chorsu.model.GeoPoint;

/// A station or hospital that the map names: where a starter fleet stands and patients are taken.
///
/// @param osmId such as `n123`, `w123` or `r123`
/// @param name the map's name; a plain one such as `Fire station 2` if it has none
/// @param alternativeNames in other languages
public record Landmark(
    String osmId, Kind kind, String name, List<String> alternativeNames, GeoPoint point) {
  public Landmark {
    alternativeNames = List.copyOf(alternativeNames);
  }

  /// From the OpenStreetMap tags `amenity` and `emergency`.
  public enum Kind {
    FIRE_STATION,
    POLICE,
    HOSPITAL,
    CLINIC,
    AMBULANCE_STATION
  }
}
