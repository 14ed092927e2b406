package uz.chorsu.roads;

import java.util.List;
import uz.chorsu.model.GeoPoint;

/// Something on the map that has a name or an address.
///
/// @param label one line for a person, such as `Amir Temur ko‘chasi 12`
/// @param category what the map says it is, as OpenStreetMap tag such as `amenity=school`; empty
///   for houses and crossings
/// @param alternativeNames other languages and old names, without the label itself
/// @param score how well it fits, only comparable inside one answer; for {@link Roads#describe} the
///   distance in metres, negated
public record Place(
    String label,
    Kind kind,
    GeoPoint point,
    String category,
    List<String> alternativeNames,
    double score) {
  public Place {
    alternativeNames = List.copyOf(alternativeNames);
  }

  Place withScore(double newScore) {
    return new Place(label, kind, point, category, alternativeNames, newScore);
  }

  public enum Kind {
    STREET,
    HOUSE,
    /// Where two named streets meet.
    CROSSING,
    /// A named junction, square, shop, school, station, park, district and the like.
    PLACE
  }
}
