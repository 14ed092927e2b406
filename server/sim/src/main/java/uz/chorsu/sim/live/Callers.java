package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uz.chorsu.sim.client.Answer;
import uz.chorsu.sim.client.Door;

/// People who ask for help, by hour and type, and the call taker who writes it down.
final class Callers {
  private static final int OPENING_CALLS = 7;
  private final City city;
  private final Desk desk;
  private final InstantSource clock;
  private final ZoneId zone;
  private final double callsPerHour;
  private final Map<String, List<String>> subtypes = new HashMap<>();

  /// @param config the API's configuration, for types and the time zone
  /// @param callsPerHour mean over the day
  Callers(City city, Desk desk, JsonNode config, InstantSource clock, double callsPerHour) {
    this.city = city;
    this.desk = desk;
    this.clock = clock;
    this.zone = ZoneId.of(config.path("timeZone").asText("UTC"));
    this.callsPerHour = callsPerHour;
    for (JsonNode type : config.path("incidentTypes")) {
      List<String> codes = new ArrayList<>();
      type.path("subtypes").forEach(subtype -> codes.add(subtype.path("code").asText()));
      subtypes.put(type.path("code").asText(), codes);
    }
  }

  /// Calls until interrupted; the first few come quickly, so that the city lives at once.
  void run() {
    try {
      for (int i = 0; ; i++) {
        int hour = clock.instant().atZone(zone).getHour();
        double gap = city.pace().gapSeconds(callsPerHour * Story.busy(hour));
        city.pace().sleep(i < OPENING_CALLS ? Math.min(gap, 6) : gap);
        Thread.startVirtualThread(this::call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void call() {
    Pace pace = city.pace();
    String type = Story.type(pace);
    Place at = city.addresses().any().moved(pace.between(-15, 15), pace.between(-15, 15));
    try {
      if (pace.chance(0.04)) {
        silent(at);
      } else if (pace.chance(0.12)) {
        vagueAtFirst(type, at);
      } else {
        plain(type, at);
        boolean seenByMany = type.equals("FIRE") || type.equals("TRAFFIC");
        while (seenByMany && pace.chance(0.3)) {
          pace.sleep(15, 90);
          again(type, at.moved(pace.between(-60, 60), pace.between(-60, 60)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ObjectNode facts(String type, Place at) {
    ObjectNode call = city.door().object().put("kind", "voice").put("typeCode", type);
    List<String> codes = subtypes.getOrDefault(type, List.of());
    if (!codes.isEmpty()) {
      call.put("subtypeCode", codes.get(city.pace().below(codes.size())));
    }
    call.put("lat", at.lat()).put("lon", at.lon()).put("address", at.label());
    call.putObject("location").put("method", "address").put("verified", true);
    call.put("callerPhone", Story.phone(city.pace()));
    return call.put("description", Story.said(type, city.pace()));
  }

  private Answer take(ObjectNode call) {
    Answer answer = city.door().post("/calls", call, UUID.randomUUID().toString());
    if (answer instanceof Answer.Done done) {
      desk.watch(done.body().path("incidentId").asText());
    }
    return answer;
  }

  private void plain(String type, Place at) {
    take(facts(type, at));
  }

  private void silent(Place at) {
    ObjectNode call =
        city.door().object().put("kind", city.pace().chance(0.5) ? "silent" : "hang-up");
    call.put("lat", at.lat()).put("lon", at.lon());
    call.putObject("location").put("method", "cell-sector").put("uncertaintyMetres", 900);
    take(call.put("callerPhone", Story.phone(city.pace())));
  }

  /// The caller does not know where he is; the call taker finds out while the call goes on.
  private void vagueAtFirst(String type, Place at) throws InterruptedException {
    Door door = city.door();
    ObjectNode call = door.object().put("kind", "voice");
    call.put("lat", at.moved(400, -300).lat()).put("lon", at.moved(400, -300).lon());
    call.putObject("location").put("method", "cell-sector").put("uncertaintyMetres", 1200);
    if (take(call) instanceof Answer.Done taken) {
      city.pace().sleep(15, 40);
      String path = "/calls/" + taken.body().path("callId").asText();
      if (door.get(path) instanceof Answer.Done read) {
        ObjectNode later = facts(type, at);
        later.remove("kind");
        door.patch(path, later, read.etag());
      }
    }
  }

  /// Somebody else calls about the same thing; the call taker joins the two.
  private void again(String type, Place at) throws InterruptedException {
    if (city.door().post("/calls", facts(type, at), UUID.randomUUID().toString())
        instanceof Answer.Done taken) {
      String incidentId = taken.body().path("incidentId").asText();
      JsonNode first = taken.body().path("duplicateCandidates").path(0);
      city.pace().sleep(8, 25);
      if (first.hasNonNull("incidentId")) {
        ObjectNode into =
            city.door().object().put("intoIncidentId", first.path("incidentId").asText());
        Answer merged =
            city.door().post("/incidents/" + incidentId + "/merge", into, incidentId + "-merge");
        if (merged instanceof Answer.Done) {
          return;
        }
      }
      desk.watch(incidentId);
    }
  }
}
