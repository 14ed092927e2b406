package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which OpenStreetMap tags the search index and the starter fleet need.
final class FeatureTags {
  /// In the order in which a label is chosen: the map's own main name first.
  private static final List<String> NAME_KEYS =
      List.of(
          "name",
          "name:uz",
          "name:ru",
          "name:en",
          "name:uz-Latn",
          "name:uz-Cyrl",
          "int_name",
          "official_name",
          "short_name",
          "loc_name",
          "alt_name",
          "alt_name:uz",
          "alt_name:ru",
          "alt_name:en",
          "old_name",
          "old_name:uz",
          "old_name:ru",
          "old_name:en");

  /// What a thing is, most telling key first.
  private static final List<String> CATEGORY_KEYS =
      List.of(
          "emergency",
          "amenity",
          "healthcare",
          "shop",
          "tourism",
          "leisure",
          "railway",
          "station",
          "public_transport",
          "aeroway",
          "place",
          "office",
          "craft",
          "historic",
          "man_made",
          "bridge",
          "junction",
          "natural",
          "waterway",
          "landuse",
          "boundary",
          "building",
          "highway");

  private static final Set<String> OTHER_KEYS =
      Set.of("ref", "addr:housenumber", "addr:street", "addr:place", "brand", "operator");

  private FeatureTags() {}

  static boolean isWorthKeeping(Map<String, String> tags) {
    if (tags.containsKey("addr:housenumber") || isHydrant(tags) || isLandmark(tags)) {
      return true;
    }
    return tags.containsKey("name") && !category(tags).isEmpty() && !isLine(tags);
  }

  /// Railway lines and borders have names, but nobody is there.
  private static boolean isLine(Map<String, String> tags) {
    return switch (tags.getOrDefault("railway", "")) {
      case "", "station", "halt", "tram_stop", "subway_entrance" ->
          tags.containsKey("boundary") && !tags.containsKey("admin_level");
      default -> true;
    };
  }

  /// Values such as `B35; L73` taken apart.
  static List<String> split(String value) {
    return Arrays.stream(value.split(";", -1))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /// A copy with only what is needed later.
  static Map<String, String> kept(Map<String, String> tags) {
    var kept = new HashMap<String, String>();
    for (var tag : tags.entrySet()) {
      String key = tag.getKey();
      if (NAME_KEYS.contains(key) || CATEGORY_KEYS.contains(key) || OTHER_KEYS.contains(key)) {
        kept.put(key, tag.getValue());
      }
    }
    return kept;
  }

  /// Such as `amenity=school`, or empty.
  static String category(Map<String, String> tags) {
    for (String key : CATEGORY_KEYS) {
      String value = tags.get(key);
      if (value != null && !value.equals("no")) {
        return key + "=" + value;
      }
    }
    return "";
  }

  /// All names, the main one first, none twice. Values that list several names are split.
  static List<String> names(Map<String, String> tags) {
    var names = new LinkedHashSet<String>();
    for (String key : NAME_KEYS) {
      names.addAll(split(tags.getOrDefault(key, "")));
    }
    return new ArrayList<>(names);
  }

  static boolean isHydrant(Map<String, String> tags) {
    return "fire_hydrant".equals(tags.get("emergency"));
  }

  static boolean isLandmark(Map<String, String> tags) {
    return switch (tags.getOrDefault("amenity", "")) {
      case "fire_station", "police", "hospital", "clinic" -> true;
      default ->
          "ambulance_station".equals(tags.get("emergency"))
              || "hospital".equals(tags.get("healthcare"))
              || "clinic".equals(tags.get("healthcare"));
    };
  }

  /// Only for tags that {@link #isLandmark} accepts.
  static Landmark.Kind landmarkKind(Map<String, String> tags) {
    return switch (tags.getOrDefault("amenity", "")) {
      case "fire_station" -> Landmark.Kind.FIRE_STATION;
      case "police" -> Landmark.Kind.POLICE;
      case "hospital" -> Landmark.Kind.HOSPITAL;
      case "clinic" -> Landmark.Kind.CLINIC;
      default -> {
        if ("ambulance_station".equals(tags.get("emergency"))) {
          yield Landmark.Kind.AMBULANCE_STATION;
        }
        yield "hospital".equals(tags.get("healthcare"))
            ? Landmark.Kind.HOSPITAL
            : Landmark.Kind.CLINIC;
      }
    };
  }
}
