package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import uz.chorsu.model.GeoPoint;

/// The big fleet of the benchmarks: thousands of units spread over the roads.
final class Fleet {
  private static final int CSV_ROWS = 2_000;
  private static final int BATCH = 2_000;
  private static final double STEP_DEGREES = 0.0004;

  /// @param at where it was put last
  record Vehicle(String id, String callSign, String kind, GeoPoint at) {}

  private final Http http;
  private final Random random;
  private final List<Vehicle> vehicles = new ArrayList<>();

  private Fleet(Http http, Random random) {
    this.http = http;
    this.random = random;
  }

  /// Fills the fleet up to a size through the CSV door.
  ///
  /// @param place gives places on roads
  static Fleet fill(Http http, int size, Supplier<GeoPoint> place, Random random)
      throws IOException, InterruptedException {
    JsonNode kinds = http.need("/config").path("unitKinds");
    int present = http.need("/units?limit=10000").path("items").size();
    String header = "callSign,agency,kind,skills,station,lat,lon,crew\n";
    StringBuilder csv = new StringBuilder(header);
    for (int i = present; i < size; i++) {
      JsonNode kind = kinds.path(i % kinds.size());
      GeoPoint home = place.get();
      csv.append(
          String.format(
              Locale.ROOT,
              "B%05d,%s,%s,,,%.6f,%.6f,%n",
              i,
              kind.path("agency").asText(),
              kind.path("code").asText(),
              home.lat(),
              home.lon()));
      if ((i - present) % CSV_ROWS == CSV_ROWS - 1 || i == size - 1) {
        Http.Reply reply = http.postText("/units/import", "text/csv", csv.toString());
        if (!reply.done() || !reply.body().path("refused").isEmpty()) {
          throw new IOException("the fleet was not taken: " + reply);
        }
        csv = new StringBuilder(header);
      }
    }
    Fleet fleet = new Fleet(http, random);
    for (JsonNode unit : http.need("/units?limit=10000").path("items")) {
      fleet.vehicles.add(
          new Vehicle(
              unit.path("id").asText(),
              unit.path("callSign").asText(),
              unit.path("kind").asText(),
              place.get()));
    }
    fleet.putAll();
    return fleet;
  }

  List<Vehicle> vehicles() {
    return vehicles;
  }

  /// Puts everybody's position in few requests.
  void putAll() throws IOException, InterruptedException {
    put(0, vehicles.size());
  }

  /// Moves a range of the fleet a little and puts the positions.
  void moveSome(int from, int count) throws IOException, InterruptedException {
    for (int i = from; i < Math.min(vehicles.size(), from + count); i++) {
      move(i);
    }
    put(from, Math.min(vehicles.size(), from + count));
  }

  private void put(int from, int to) throws IOException, InterruptedException {
    for (int start = from; start < to; start += BATCH) {
      ObjectNode body = http.object();
      ArrayNode positions = body.putArray("positions");
      for (Vehicle vehicle : vehicles.subList(start, Math.min(to, start + BATCH))) {
        positions
            .addObject()
            .put("unitId", vehicle.id())
            .put("lat", vehicle.at().lat())
            .put("lon", vehicle.at().lon());
      }
      Http.Reply reply = http.put("/positions", body);
      if (reply.body().path("held").asInt() != positions.size()) {
        throw new IOException("positions were not held: " + reply);
      }
    }
  }

  private synchronized Vehicle move(int index) {
    Vehicle old = vehicles.get(index);
    GeoPoint at =
        new GeoPoint(
            old.at().lat() + (random.nextDouble() - 0.5) * STEP_DEGREES,
            old.at().lon() + (random.nextDouble() - 0.5) * STEP_DEGREES);
    Vehicle moved = new Vehicle(old.id(), old.callSign(), old.kind(), at);
    vehicles.set(index, moved);
    return moved;
  }

  /// Moves one unit and puts its position in a request of its own, as a phone does.
  boolean report(long number) throws IOException, InterruptedException {
    Vehicle vehicle = move((int) (number % vehicles.size()));
    ObjectNode body = http.object();
    body.put("lat", vehicle.at().lat()).put("lon", vehicle.at().lon());
    return http.put("/units/" + vehicle.id() + "/position", body).done();
  }
}
