package uz.chorsu.roads;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How fast an emergency vehicle with lights drives along a road of the map, and whether it may.
///
/// Speed in km/h is the table's figure for the `highway` class; where the map gives a `maxspeed`,
/// it is nine tenths of that, but never above the class's ceiling. Bad surfaces take four tenths
/// off. One-ways count for emergency vehicles too, unless the map says otherwise with
/// `oneway:emergency=no`. Why these figures: docs/decisions/0011-speeds-of-emergency-vehicles.md.
final class EmergencySpeeds {
  /// @param speedKmh where the map gives no limit
  /// @param ceilingKmh never faster than this, whatever the limit
  private record RoadClass(int speedKmh, int ceilingKmh) {}

  private static final Map<String, RoadClass> CLASSES =
      Map.ofEntries(
          Map.entry("motorway", new RoadClass(100, 120)),
          Map.entry("motorway_link", new RoadClass(55, 80)),
          Map.entry("trunk", new RoadClass(75, 110)),
          Map.entry("trunk_link", new RoadClass(50, 70)),
          Map.entry("primary", new RoadClass(58, 90)),
          Map.entry("primary_link", new RoadClass(45, 60)),
          Map.entry("secondary", new RoadClass(52, 80)),
          Map.entry("secondary_link", new RoadClass(42, 55)),
          Map.entry("tertiary", new RoadClass(46, 70)),
          Map.entry("tertiary_link", new RoadClass(38, 50)),
          Map.entry("unclassified", new RoadClass(40, 60)),
          Map.entry("residential", new RoadClass(34, 45)),
          Map.entry("road", new RoadClass(30, 45)),
          Map.entry("busway", new RoadClass(40, 50)),
          Map.entry("living_street", new RoadClass(16, 20)),
          Map.entry("service", new RoadClass(18, 30)),
          Map.entry("track", new RoadClass(15, 30)),
          Map.entry("pedestrian", new RoadClass(10, 12)));

  /// Only where the map lets emergency vehicles in by name.
  private static final Set<String> ONLY_IF_ALLOWED = Set.of("pedestrian", "footway", "path");

  private static final RoadClass FOOTPATH = new RoadClass(8, 10);
  private static final Set<String> BAD_SURFACES =
      Set.of(
          "unpaved",
          "dirt",
          "earth",
          "ground",
          "mud",
          "sand",
          "grass",
          "gravel",
          "rock",
          "pebblestone");

  /// Posts and blocks that no vehicle passes. Gates and lifting barriers open for a crew.
  private static final Set<String> BLOCKING_BARRIERS =
      Set.of("bollard", "block", "jersey_barrier", "log", "debris", "wall", "fence", "planter");

  private static final Set<String> YES = Set.of("yes", "designated", "official", "permissive");
  private static final double SHARE_OF_LIMIT = 0.9;
  private static final double BAD_SURFACE_FACTOR = 0.6;
  private static final double KMH_PER_MPH = 1.609344;
  private static final double KMH_PER_KNOT = 1.852;

  private EmergencySpeeds() {}

  /// Speeds in both directions of a way; 0 means that it may not be driven that way.
  record Speeds(int forwardKmh, int backwardKmh) {
    boolean drivable() {
      return forwardKmh > 0 || backwardKmh > 0;
    }
  }

  static final Speeds CLOSED = new Speeds(0, 0);

  static Speeds of(Map<String, String> tags) {
    String highway = tags.get("highway");
    if (highway == null || !allowed(highway, tags)) {
      return CLOSED;
    }
    RoadClass roadClass = CLASSES.getOrDefault(highway, FOOTPATH);
    int forward = speed(roadClass, tags, "maxspeed:forward");
    int backward = speed(roadClass, tags, "maxspeed:backward");
    return switch (oneWay(highway, tags)) {
      case BOTH -> new Speeds(forward, backward);
      case FORWARD -> new Speeds(forward, 0);
      case BACKWARD -> new Speeds(0, backward);
    };
  }

  /// Whether a node of the map stops every vehicle.
  static boolean blocks(Map<String, String> nodeTags) {
    return BLOCKING_BARRIERS.contains(nodeTags.getOrDefault("barrier", ""))
        && !YES.contains(nodeTags.getOrDefault("emergency", ""))
        && !YES.contains(nodeTags.getOrDefault("motor_vehicle", ""));
  }

  private static boolean allowed(String highway, Map<String, String> tags) {
    String emergency = tags.getOrDefault("emergency", "");
    if (YES.contains(emergency)) {
      return CLASSES.containsKey(highway) || ONLY_IF_ALLOWED.contains(highway);
    }
    if (emergency.equals("no")
        || !CLASSES.containsKey(highway)
        || ONLY_IF_ALLOWED.contains(highway)
        || "yes".equals(tags.get("area"))) {
      return false;
    }
    // Private ground is no obstacle for a crew; "no" is: such ways are mostly built up or gone. Bus
    // lanes forbid motor vehicles but let emergency vehicles through.
    boolean busRoad = YES.contains(tags.getOrDefault("psv", tags.getOrDefault("bus", "")));
    String motor =
        tags.getOrDefault(
            "motor_vehicle", tags.getOrDefault("vehicle", tags.getOrDefault("access", "yes")));
    return busRoad || highway.equals("busway") || !motor.equals("no");
  }

  private static int speed(RoadClass roadClass, Map<String, String> tags, String directionKey) {
    double limit = limitKmh(tags.getOrDefault(directionKey, tags.get("maxspeed")));
    double speed = limit > 0 ? limit * SHARE_OF_LIMIT : roadClass.speedKmh();
    speed = Math.min(speed, roadClass.ceilingKmh());
    if (BAD_SURFACES.contains(tags.getOrDefault("surface", ""))) {
      speed *= BAD_SURFACE_FACTOR;
    }
    return (int) Math.max(5, Math.round(speed));
  }

  /// A speed limit in km/h, or 0 if the map's text is none.
  static double limitKmh(@Nullable String text) {
    if (text == null || text.length() > 20) {
      return 0;
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    int digits = 0;
    while (digits < lower.length() && digits < 3 && Character.isDigit(lower.charAt(digits))) {
      digits++;
    }
    if (digits == 0) {
      return lower.equals("walk") ? 7 : 0;
    }
    int value = Integer.parseInt(lower.substring(0, digits));
    return switch (lower.substring(digits).strip()) {
      case "", "km/h", "kmh", "kph" -> value;
      case "mph" -> value * KMH_PER_MPH;
      case "knots" -> value * KMH_PER_KNOT;
      default -> 0;
    };
  }

  private enum OneWay {
    BOTH,
    FORWARD,
    BACKWARD
  }

  private static OneWay oneWay(String highway, Map<String, String> tags) {
    if ("no".equals(tags.get("oneway:emergency"))) {
      return OneWay.BOTH;
    }
    return switch (tags.getOrDefault("oneway", "")) {
      case "yes", "true", "1" -> OneWay.FORWARD;
      case "-1", "reverse" -> OneWay.BACKWARD;
      case "no", "false", "0" -> OneWay.BOTH;
      default -> {
        String junction = tags.getOrDefault("junction", "");
        boolean implied =
            junction.equals("roundabout")
                || junction.equals("circular")
                || highway.equals("motorway");
        yield implied ? OneWay.FORWARD : OneWay.BOTH;
      }
    };
  }
}
