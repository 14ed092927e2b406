package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uz.chorsu.sim.client.Answer;

/// The simulated dispatchers. They handle only the incidents of simulated callers and leave every
/// other to the people who use Chorsu.
final class Desk {
  private static final double LOOK_EVERY_SECONDS = 8;
  private final City city;
  private final Set<String> watched = ConcurrentHashMap.newKeySet();

  Desk(City city) {
    this.city = city;
  }

  /// Handles an incident until it is closed.
  void watch(String incidentId) {
    if (watched.add(incidentId)) {
      Thread.startVirtualThread(() -> {
        try {
          city.pace().sleep(12, 55);
          handle(incidentId);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } finally {
          watched.remove(incidentId);
        }
      });
    }
  }

  private void handle(String incidentId) throws InterruptedException {
    boolean sent = false;
    int idle = 0;
    while (true) {
      JsonNode incident = city.door().get("/incidents/" + incidentId).bodyOrNull();
      if (incident == null || incident.path("state").asText().equals("closed")) {
        return;
      }
      boolean crewsOnIt = !incident.path("assigned").isEmpty();
      boolean everSent = sent || incident.hasNonNull("firstDispatchedAt");
      if (crewsOnIt) {
        idle = 0;
      } else if (!everSent) {
        sent = dispatch(incidentId, incident);
      } else if (++idle >= 3) {
        close(incidentId, incident);
      }
      city.pace().sleep(LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS * 2);
    }
  }

  private boolean dispatch(String incidentId, JsonNode incident) {
    if (incident.path("callCount").asInt() > 0 && !incident.hasNonNull("lat")) {
      close(incidentId, incident);
      return false;
    }
    JsonNode recommended =
        city.door().get("/incidents/" + incidentId + "/recommendation").bodyOrNull();
    if (recommended == null || recommended.path("units").isEmpty()) {
      return false;
    }
    ObjectNode body = city.door().object();
    ArrayNode units = body.putArray("unitIds");
    recommended.path("units").forEach(unit -> units.add(unit.path("unitId").asText()));
    return city.door()
            .post("/incidents/" + incidentId + "/assignments", body, UUID.randomUUID().toString())
        instanceof Answer.Done;
  }

  private void close(String incidentId, JsonNode incident) {
    @Nullable String disposition = null;
    JsonNode config = city.door().get("/config").bodyOrNull();
    String wanted = incident.hasNonNull("firstDispatchedAt") ? "closed" : "unfounded";
    if (config != null) {
      for (JsonNode each : config.path("dispositions")) {
        if (disposition == null && each.path("outcome").asText().equals(wanted)) {
          disposition = each.path("code").asText();
        }
      }
    }
    if (disposition != null) {
      ObjectNode body = city.door().object().put("disposition", disposition);
      city.door().post("/incidents/" + incidentId + "/close", body, UUID.randomUUID().toString());
    }
  }
}
