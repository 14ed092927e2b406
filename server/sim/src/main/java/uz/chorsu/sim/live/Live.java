package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uz.chorsu.sim.client.Answer;
import uz.chorsu.sim.client.Door;
import uz.chorsu.sim.client.Feed;

/// `live`: the city lives until the program is ended.
@Command(
    name = "live",
    description = "Plays the people and crews of a city against a running Chorsu.")
public final class Live implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final String NAME = "Simulated city";
  private static final int TRIES = 5;

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "Where Chorsu is.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of all chance.")
  private long seed;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Simulated seconds in one real second.")
  private double speed;

  @Option(
      names = "--calls-per-hour",
      defaultValue = "0",
      description = "Mean number of calls in a simulated hour; 0 fits it to the fleet.")
  private double callsPerHour;

  private final InstantSource clock = Clock.systemUTC();
  private final Map<String, Crew> crews = new ConcurrentHashMap<>();
  private final Map<String, Place> homes = new HashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    if (!(speed > 0 && speed <= 1000)) {
      LOG.error("--speed must be above 0 and at most 1000");
      return 2;
    }
    try (Door door = new Door(url, TRIES)) {
      while (!(door.signOn(NAME, "sim", "dispatcher") instanceof Answer.Done)) {
        Thread.sleep(1000);
      }
      live(door);
    }
    return 0;
  }

  private void live(Door door) throws InterruptedException {
    Pace pace = new Pace(seed, speed);
    Gateway gateway = new Gateway(door, clock);
    JsonNode map = need(door, "/city");
    JsonNode config = need(door, "/config");
    JsonNode stations = need(door, "/stations");
    Addresses addresses = new Addresses(door, pace, map.path("bbox"));
    addresses.explore();
    if (addresses.isEmpty()) {
      LOG.error("No address was found on the map: nobody can live here");
      return;
    }
    City city =
        new City(
            door, pace, gateway, addresses, new Drive(door, gateway, pace), hospitals(stations));
    Desk desk = new Desk(city);
    int fleet = meetFleet(city);
    adopt(door, desk);
    double rate = callsPerHour > 0 ? callsPerHour : Math.clamp(fleet * 0.45, 12, 300);
    LOG.info("The city lives: {} crews, about {} calls an hour", fleet, Math.round(rate));
    Thread.ofPlatform().name("gateway").start(gateway::run);
    Callers callers = new Callers(city, desk, config, clock, rate);
    Thread.ofPlatform().name("callers").start(callers::run);
    new Feed(door)
        .follow((event, data) -> {
          switch (event) {
            case "hello" -> Thread.startVirtualThread(() -> meetFleet(city));
            case "change" -> data.path("units").forEach(unit -> hear(city, unit));
            default -> {
              // Positions and figures are for eyes, not for crews.
            }
          }
        });
  }

  private static JsonNode need(Door door, String path) throws InterruptedException {
    while (true) {
      JsonNode body = door.get(path).bodyOrNull();
      if (body != null) {
        return body;
      }
      Thread.sleep(1000);
    }
  }

  private List<Place> hospitals(JsonNode stations) {
    List<Place> hospitals = new ArrayList<>();
    for (JsonNode station : stations.path("items")) {
      Place at = new Place(station.path("lat").asDouble(), station.path("lon").asDouble(), "");
      homes.put(station.path("id").asText(), at);
      if (station.path("kind").asText().equals("hospital")) {
        hospitals.add(at);
      }
    }
    return hospitals;
  }

  private int meetFleet(City city) {
    JsonNode units = city.door().get("/units?limit=10000").bodyOrNull();
    if (units != null) {
      units.path("items").forEach(unit -> hear(city, unit));
    }
    return crews.size();
  }

  private void hear(City city, JsonNode unit) {
    crews
        .computeIfAbsent(unit.path("id").asText(), id -> new Crew(city, unit, home(city, unit)))
        .hear(unit);
  }

  private Place home(City city, JsonNode unit) {
    JsonNode position = unit.path("position");
    Place at =
        position.hasNonNull("lat")
            ? new Place(position.path("lat").asDouble(), position.path("lon").asDouble(), "")
            : null;
    Place home = homes.get(unit.path("stationId").asText(""));
    if (home == null) {
      home = at == null ? city.addresses().any() : at;
    }
    city.gateway().at(unit.path("id").asText(), at == null ? home : at, 0, 0);
    return home;
  }

  /// Takes up what an earlier run of the same city left open.
  private static void adopt(Door door, Desk desk) {
    JsonNode calls = door.get("/calls?limit=1000").bodyOrNull();
    if (calls != null) {
      for (JsonNode call : calls.path("items")) {
        if (call.path("takenBy").asText().startsWith(NAME)) {
          desk.watch(call.path("incidentId").asText());
        }
      }
    }
  }
}
