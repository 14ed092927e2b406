package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import uz.chorsu.model.GeoPoint;

/// `bench desk`: whom to send, calls and positions at once, start and memory, and the desk in the
/// browser, on a network of more than 100,000 edges with 7,600 units and 500 open incidents.
final class DeskBench {
  private static final int UNITS = 7_600;
  private static final int INCIDENTS = 500;
  private static final int RADIUS_KM = 12;
  private static final int LEAST_EDGES = 100_000;
  private static final int VIEWERS = 200;
  private static final double POSITIONS_PER_SECOND = 1_520;
  private static final double CALLS_PER_SECOND = 50;
  private static final double RECOMMENDATIONS_PER_SECOND = 5;
  private static final List<String> TYPES =
      List.of("MEDICAL", "FIRE", "POLICE", "GAS", "TRAFFIC", "HAZARD");

  private final Phase phase;
  private final Random random = new Random(1);
  private boolean broken;

  DeskBench(Phase phase) {
    this.phase = phase;
  }

  /// @return 0 if every part was measured and no answer was wrong
  int run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("chorsu-bench-");
    Path town = Town.file(Chorsu.home().resolve(".chorsu/bench"), RADIUS_KM);
    Path data = folder.resolve("data");
    say("Importing a city of %d km radius", RADIUS_KM);
    try (Chorsu chorsu = Chorsu.start(data, List.of("--empty", "--city", town.toString()));
        Http http = new Http(chorsu.url());
        Town map = Town.open(data, random)) {
      ObjectNode figures = http.object();
      int edges = map.roads().city().counts().directedEdges();
      say("%d road segments, %d directed edges", map.roads().city().counts().roadSegments(), edges);
      if (edges < LEAST_EDGES) {
        throw new IOException("the network is too small for this benchmark");
      }
      Fleet fleet = Fleet.fill(http, UNITS, map::place, random);
      List<GeoPoint> scenes = openIncidents(http, map);
      say("%d units, %d open incidents", fleet.vehicles().size(), scenes.size());

      recommend(http, fleet, map, figures);
      load(chorsu, http, fleet, map, figures);
      restart(chorsu, figures);
      browser(chorsu, http, fleet, figures);
      figures.put("units", UNITS).put("roadEdges", edges).put("openIncidents", INCIDENTS);
      System.out.println(figures);
    } finally {
      Folders.delete(folder);
    }
    return broken ? 1 : 0;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }

  private List<GeoPoint> openIncidents(Http http, Town map)
      throws IOException, InterruptedException {
    List<GeoPoint> scenes = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      GeoPoint at = map.place();
      ObjectNode call = http.object().put("typeCode", TYPES.get(i % TYPES.size()));
      call.put("lat", at.lat()).put("lon", at.lon()).put("address", "Incident " + i);
      Http.Reply reply = http.post("/calls", call, UUID.randomUUID().toString());
      if (reply.status() != 201) {
        throw new IOException("a call was not taken: " + reply);
      }
      scenes.add(at);
    }
    return scenes;
  }

  private List<String> incidentIds(Http http) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (JsonNode incident : http.need("/incidents?state=open&limit=500").path("items")) {
      ids.add(incident.path("id").asText());
    }
    return ids;
  }

  /// Recommendations under moving positions, then, with everything still, their truth.
  private void recommend(Http http, Fleet fleet, Town map, ObjectNode figures)
      throws IOException, InterruptedException {
    List<String> ids = incidentIds(http);
    OpenLoop positions =
        new OpenLoop("positions", POSITIONS_PER_SECOND, (n, due) -> fleet.report(n));
    OpenLoop recommendations =
        new OpenLoop(
            "recommendations",
            RECOMMENDATIONS_PER_SECOND,
            (n, due) ->
                http.get("/incidents/" + ids.get((int) (n % ids.size())) + "/recommendation")
                    .done());
    together(positions, recommendations);
    report(positions, recommendations);
    figures.put("recommendP99Ms", round(recommendations.millisAt(99)));
    figures.put("recommendations", recommendations.done());

    AirLine airLine = new AirLine(http, fleet, map);
    AirLine.Outcome outcome = airLine.compare(ids);
    say("%s", outcome);
    broken |= outcome.unequal() > 0 || outcome.beaten() > 0 || outcome.checked() < AirLine.SAMPLES;
    figures.put("airlineP99Ms", round(outcome.p99Ms()));
    figures.put("airlineWrongShare", round(outcome.wrongShare()));
    figures.put("timesChecked", outcome.checked()).put("timesUnequal", outcome.unequal());
  }

  /// Positions and calls at once, with 200 screens watching.
  private void load(Chorsu chorsu, Http http, Fleet fleet, Town map, ObjectNode figures)
      throws IOException, InterruptedException {
    var box = map.roads().city().bounds();
    String bbox = box.minLon() + "," + box.minLat() + "," + box.maxLon() + "," + box.maxLat();
    try (Viewers viewers = new Viewers(chorsu.url(), VIEWERS, bbox)) {
      long firstMeasured = Math.round(phase.warmUpSeconds() * CALLS_PER_SECOND);
      OpenLoop calls =
          new OpenLoop(
              "calls",
              CALLS_PER_SECOND,
              (n, due) -> {
                if (n >= firstMeasured) {
                  viewers.expect(n, due);
                }
                GeoPoint at = map.place();
                ObjectNode call =
                    http.object().put("typeCode", TYPES.get((int) (n % TYPES.size())));
                call.put("lat", at.lat()).put("lon", at.lon());
                call.put("address", "Bench " + n + " street");
                call.put("callerPhone", "+998 90 000 00 00").put("description", "smoke and noise");
                return http.post("/calls", call, "bench-" + n).status() == 201;
              });
      OpenLoop positions =
          new OpenLoop("positions", POSITIONS_PER_SECOND, (n, due) -> fleet.report(n));
      Peak peak = new Peak(chorsu);
      together(positions, calls);
      Thread.sleep(1000);
      report(positions, calls);
      say(
          "second screen: %d calls seen, %d not, p50 %.1f ms, p99 %.1f ms; %d viewers dropped,"
              + " %d MiB read",
          viewers.seen(),
          viewers.unseen(),
          viewers.millisAt(50),
          viewers.millisAt(99),
          viewers.dropped(),
          viewers.readMiB());
      broken |= viewers.unseen() > 0 || viewers.dropped() > 0;
      figures.put("positionsPerSecond", round(positions.done() / (double) phase.measuredSeconds()));
      figures.put("callStoredP99Ms", round(calls.millisAt(99)));
      figures.put("callOnScreenP99Ms", round(viewers.millisAt(99)));
      figures.put("calls", calls.done()).put("callsSeen", viewers.seen());
      figures.put("rssMiB", peak.stop());
    }
  }

  private void restart(Chorsu chorsu, ObjectNode figures) throws IOException, InterruptedException {
    chorsu.restart();
    say("ready again after %.1f s", chorsu.readySeconds());
    figures.put("warmReadySeconds", round(chorsu.readySeconds()));
  }

  private void browser(Chorsu chorsu, Http http, Fleet fleet, ObjectNode figures)
      throws IOException, InterruptedException {
    DeskInput.Figures input = DeskInput.measure(chorsu, http, fleet);
    say("%s", input);
    figures.put("deskInputP95Ms", round(input.movingP95Ms()));
    figures.put("deskInputStillP95Ms", round(input.stillP95Ms()));
    figures.put("deskInputs", input.count());
  }

  private void together(OpenLoop first, OpenLoop second) throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> first.run(phase));
    second.run(phase);
    other.join();
  }

  private void report(OpenLoop... loops) {
    for (OpenLoop loop : loops) {
      say("%s", loop.summary());
      broken |= loop.failed() > 0;
    }
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
