package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.Closure;
import uz.chorsu.roads.Estimate;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Route;

/// The usual way to find the nearest unit, beside Chorsu's: the 20 nearest by air line, each then
/// routed. It runs in this process on the same network, so it pays no price for HTTP. Closures and
/// turn restrictions hold for both. Also compares Chorsu's times with separate routing.
final class AirLine {
  /// How many of the recommendation's times are compared with separate routing.
  static final int SAMPLES = 200;

  private static final int NEAREST = 20;
  private static final int CLOSURES = 12;
  private static final double CLOSURE_RADIUS_METRES = 40;

  /// Travel times are told in whole seconds.
  private static final double ROUNDING_SECONDS = 1.0;

  /// @param checked times compared with separate routing
  /// @param unequal of them, those that differ by more than rounding
  /// @param compared incidents for which both ways chose
  /// @param p99Ms time of the usual way
  /// @param wrongShare how often its first choice needs longer than the best unit
  /// @param beaten incidents for which the usual way found a quicker unit than Chorsu: must be none
  record Outcome(
      int checked, int unequal, int compared, double p99Ms, double wrongShare, int beaten) {
    @Override
    public String toString() {
      return String.format(
          "recommended times: %d compared with separate routing, %d differ%n"
              + "usual way: %d incidents, p99 %.1f ms, first choice wrong in %.1f %%, quicker than Chorsu in %d",
          checked, unequal, compared, p99Ms, wrongShare * 100, beaten);
    }
  }

  private final Http http;
  private final Fleet fleet;
  private final Roads roads;
  private final Town town;
  private final Random random = new Random(2);

  AirLine(Http http, Fleet fleet, Town town) {
    this.http = http;
    this.fleet = fleet;
    this.town = town;
    this.roads = town.roads();
  }

  Outcome compare(List<String> incidentIds) throws IOException, InterruptedException {
    closeSomeRoads();
    fleet.putAll();
    Map<String, Fleet.Vehicle> byId = new HashMap<>();
    fleet.vehicles().forEach(vehicle -> byId.put(vehicle.id(), vehicle));
    Histogram micros = new Histogram(3);
    int checked = 0;
    int unequal = 0;
    int wrong = 0;
    int compared = 0;
    int beaten = 0;
    for (String id : incidentIds) {
      JsonNode incident = http.need("/incidents/" + id);
      GeoPoint scene =
          new GeoPoint(incident.path("lat").asDouble(), incident.path("lon").asDouble());
      JsonNode recommendation = http.need("/incidents/" + id + "/recommendation");
      List<JsonNode> told = byRoad(recommendation);
      if (told.isEmpty()) {
        continue;
      }
      if (checked < SAMPLES) {
        JsonNode sample = told.get(random.nextInt(told.size()));
        checked++;
        unequal += differs(sample, byId, scene) ? 1 : 0;
      }
      JsonNode first = told.getFirst();
      String kind = first.path("kind").asText();
      long started = System.nanoTime();
      double usualSeconds = usualWay(kind, scene);
      micros.recordValue((System.nanoTime() - started) / 1000);
      compared++;
      if (usualSeconds > first.path("etaSeconds").asDouble() + ROUNDING_SECONDS) {
        wrong++;
      } else if (usualSeconds < first.path("etaSeconds").asDouble() - ROUNDING_SECONDS) {
        beaten++;
      }
    }
    return new Outcome(
        checked,
        unequal,
        compared,
        micros.getValueAtPercentile(99) / 1000.0,
        compared == 0 ? 0 : wrong / (double) compared,
        beaten);
  }

  private void closeSomeRoads() throws IOException, InterruptedException {
    List<Closure> closures = new ArrayList<>();
    for (int i = 0; i < CLOSURES; i++) {
      GeoPoint at = town.roadPoint();
      ObjectNode body = http.object().put("lat", at.lat()).put("lon", at.lon());
      body.put("radiusMetres", CLOSURE_RADIUS_METRES).put("reason", "bench");
      Http.Reply reply = http.post("/closures", body, "closure-" + i);
      if (reply.status() != 201) {
        throw new IOException("a road was not closed: " + reply);
      }
      closures.add(
          new Closure(
              "bench-" + i, new Closure.Circle(at, CLOSURE_RADIUS_METRES), Closure.Direction.BOTH));
    }
    roads.setClosures(closures);
  }

  private static List<JsonNode> byRoad(JsonNode recommendation) {
    List<JsonNode> told = new ArrayList<>();
    for (String list : List.of("units", "alternatives")) {
      for (JsonNode unit : recommendation.path(list)) {
        if (unit.path("estimate").asText().equals("road")
            && unit.path("positionSource").asText().equals("gps")
            && !unit.hasNonNull("takeFrom")) {
          told.add(unit);
        }
      }
    }
    return told;
  }

  private boolean differs(JsonNode sample, Map<String, Fleet.Vehicle> byId, GeoPoint scene) {
    Fleet.Vehicle vehicle = byId.get(sample.path("unitId").asText());
    if (vehicle == null) {
      return true;
    }
    Route route = roads.route(vehicle.at(), scene);
    boolean differs =
        Math.abs(route.seconds() - sample.path("etaSeconds").asDouble()) > ROUNDING_SECONDS;
    if (differs) {
      System.out.printf(
          Locale.ROOT,
          "differs: %s told %d s, routed %.1f s%n",
          vehicle.callSign(),
          sample.path("etaSeconds").asInt(),
          route.seconds());
    }
    return differs;
  }

  private double usualWay(String kind, GeoPoint scene) {
    List<Fleet.Vehicle> nearest =
        fleet.vehicles().stream()
            .filter(vehicle -> vehicle.kind().equals(kind))
            .sorted(Comparator.comparingDouble(vehicle -> vehicle.at().metresTo(scene)))
            .limit(NEAREST)
            .toList();
    // The usual way trusts the first by air line until a routed one is better.
    double best = Double.MAX_VALUE;
    for (Fleet.Vehicle vehicle : nearest) {
      Route route = roads.route(vehicle.at(), scene);
      if (route.estimate() == Estimate.ROAD) {
        best = Math.min(best, route.seconds());
      }
    }
    return best;
  }
}
