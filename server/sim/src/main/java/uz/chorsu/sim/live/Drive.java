package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uz.chorsu.sim.client.Door;

/// One drive along the roads, as Chorsu's own route says.
final class Drive {
  private static final double STEP_SECONDS = 1;
  private final Door door;
  private final Gateway gateway;
  private final Pace pace;

  Drive(Door door, Gateway gateway, Pace pace) {
    this.door = door;
    this.gateway = gateway;
    this.pace = pace;
  }

  /// Moves a unit until it arrives or the thread is interrupted.
  ///
  /// @param haste 1 drives as fast as the route's own estimate, 0.5 half as fast
  void go(String unitId, Place from, Place to, double haste) throws InterruptedException {
    JsonNode route =
        door.get(
                String.format(
                    Locale.ROOT,
                    "/route?fromLat=%.6f&fromLon=%.6f&toLat=%.6f&toLon=%.6f",
                    from.lat(),
                    from.lon(),
                    to.lat(),
                    to.lon()))
            .bodyOrNull();
    List<Place> points = new ArrayList<>();
    points.add(from);
    double seconds = from.metresTo(to) / 8;
    if (route != null) {
      route
          .path("points")
          .forEach(p -> points.add(new Place(p.path(1).asDouble(), p.path(0).asDouble(), "")));
      seconds = Math.max(1, route.path("seconds").asDouble(seconds));
    }
    points.add(to);
    follow(unitId, points, seconds / haste);
  }

  private void follow(String unitId, List<Place> points, double seconds)
      throws InterruptedException {
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      metres += points.get(i - 1).metresTo(points.get(i));
    }
    double metresPerSecond = metres / seconds;
    // Positions go out once a real second, however fast the city lives.
    double stepMetres = metresPerSecond * STEP_SECONDS * pace.speed();
    double done = 0;
    double next = stepMetres;
    for (int i = 1; i < points.size(); i++) {
      Place a = points.get(i - 1);
      Place b = points.get(i);
      double length = a.metresTo(b);
      while (length > 0 && done + length >= next) {
        double share = (next - done) / length;
        Place at =
            new Place(
                a.lat() + (b.lat() - a.lat()) * share, a.lon() + (b.lon() - a.lon()) * share, "");
        pace.sleep(STEP_SECONDS * pace.speed());
        gateway.at(unitId, at, heading(a, b), metresPerSecond * 3.6);
        next += stepMetres;
      }
      done += length;
    }
    gateway.at(unitId, points.getLast(), 0, 0);
  }

  private static double heading(Place a, Place b) {
    double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    double degrees = Math.toDegrees(Math.atan2(east, b.lat() - a.lat()));
    return degrees < 0 ? degrees + 360 : degrees;
  }
}
