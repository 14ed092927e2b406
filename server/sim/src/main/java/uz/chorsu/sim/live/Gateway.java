package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uz.chorsu.sim.client.Door;

/// The vehicle location gateway of the simulated fleet: collects where everybody is and puts it to
/// Chorsu once a second, parked vehicles once a minute.
final class Gateway {
  private static final long PERIOD_MILLIS = 1_000;
  private static final int PARKED_EVERY_SECONDS = 60;

  /// @param headingDeg clockwise from north
  private record Fix(Place at, double headingDeg, double speedKmh) {}

  private final Door door;
  private final InstantSource clock;
  private final Map<String, Fix> latest = new ConcurrentHashMap<>();
  private final Map<String, Fix> moved = new ConcurrentHashMap<>();

  Gateway(Door door, InstantSource clock) {
    this.door = door;
    this.clock = clock;
  }

  void at(String unitId, Place place, double headingDeg, double speedKmh) {
    Fix fix = new Fix(place, headingDeg, speedKmh);
    latest.put(unitId, fix);
    moved.put(unitId, fix);
  }

  @Nullable Place whereIs(String unitId) {
    Fix fix = latest.get(unitId);
    return fix == null ? null : fix.at();
  }

  /// Sends until interrupted.
  void run() {
    try {
      for (int second = 0; ; second++) {
        send(second % PARKED_EVERY_SECONDS == 0 ? latest : moved);
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Map<String, Fix> fixes) {
    ObjectNode body = door.object();
    ArrayNode positions = body.putArray("positions");
    String now = clock.instant().toString();
    fixes.forEach((unitId, fix) -> {
      positions
          .addObject()
          .put("unitId", unitId)
          .put("lat", fix.at().lat())
          .put("lon", fix.at().lon())
          .put("at", now)
          .put("headingDeg", fix.headingDeg())
          .put("speedKmh", Math.min(200, fix.speedKmh()));
      moved.remove(unitId, fix);
    });
    if (!positions.isEmpty()) {
      door.put("/positions", body);
    }
  }
}
