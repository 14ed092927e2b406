package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import uz.chorsu.sim.client.Door;

/// Addresses where people of the city live and meet, found by asking Chorsu what lies at random
/// points of its map.
final class Addresses {
  private static final int FIRST = 40;
  private static final int ENOUGH = 500;
  private static final int TRIES = 4_000;

  private final Door door;
  private final Pace pace;
  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final List<Place> known = new CopyOnWriteArrayList<>();

  /// @param bbox west, south, east, north in degrees
  Addresses(Door door, Pace pace, JsonNode bbox) {
    this.door = door;
    this.pace = pace;
    west = bbox.path(0).asDouble();
    south = bbox.path(1).asDouble();
    east = bbox.path(2).asDouble();
    north = bbox.path(3).asDouble();
  }

  /// Finds the first addresses at once and the rest in the background.
  void explore() {
    List<Place> found = new ArrayList<>();
    int tries = 0;
    while (found.size() < FIRST && tries++ < TRIES) {
      look(found);
    }
    known.addAll(found);
    Thread.startVirtualThread(() -> {
      for (int i = 0; i < TRIES && known.size() < ENOUGH; i++) {
        look(known);
      }
    });
  }

  private void look(List<Place> into) {
    // The sum of two chances: more people live near the centre than at the edge.
    double lat = south + (north - south) * (pace.between(0, 0.5) + pace.between(0, 0.5));
    double lon = west + (east - west) * (pace.between(0, 0.5) + pace.between(0, 0.5));
    JsonNode body =
        door.get(String.format(Locale.ROOT, "/describe?lat=%.6f&lon=%.6f", lat, lon)).bodyOrNull();
    JsonNode place = body == null ? null : body.get("place");
    if (place != null && place.hasNonNull("lat")) {
      Place at =
          new Place(
              place.path("lat").asDouble(),
              place.path("lon").asDouble(),
              place.path("label").asText());
      if (at.metresTo(new Place(lat, lon, "")) < 400) {
        into.add(at);
      }
    }
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  Place any() {
    return known.get(pace.below(known.size()));
  }
}
