package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uz.chorsu.model.GeoPoint;

/// The law behind recommendations: the reverse tree's times are those of GraphHopper's own search.
final class TreeLaw {
  /// The parts of a first or last segment are rounded to milliseconds once here and once there, and
  /// GraphHopper measures them on a plane.
  private static final double SECONDS = 0.1;

  private TreeLaw() {}

  /// @return how many of the pairs were road estimates
  static int check(Roads roads, Random random, int pairs) {
    int byRoad = 0;
    int targets = Math.max(1, pairs / 10);
    for (int i = 0; i < targets; i++) {
      GeoPoint to = somewhere(roads, random);
      TravelTimes times = roads.timesTo(to);
      for (int k = 0; k < pairs / targets; k++) {
        GeoPoint from = somewhere(roads, random);
        Route route = roads.route(from, to);
        Travel travel = times.from(roads.snap(from));
        String what = "from " + from + " to " + to + " with " + roads.closures();
        assertThat(travel.estimate()).as(what).isEqualTo(route.estimate());
        assertThat(travel.seconds()).as(what).isCloseTo(route.seconds(), within(SECONDS));
        byRoad += travel.estimate() == Estimate.ROAD ? 1 : 0;
      }
    }
    assertThat(byRoad).as("road estimates among " + pairs).isGreaterThan(pairs / 2);
    return byRoad;
  }

  static void closeSome(Roads roads, Random random, int count) {
    var closures = new ArrayList<Closure>();
    for (int i = 0; i < count; i++) {
      GeoPoint centre = somewhere(roads, random);
      GeoPoint other =
          new GeoPoint(
              centre.lat() + random.nextDouble(-0.0006, 0.0006),
              centre.lon() + random.nextDouble(-0.0006, 0.0006));
      Closure.Shape shape =
          random.nextBoolean()
              ? new Closure.Circle(centre, random.nextDouble(5, 40))
              : new Closure.Line(List.of(centre, other));
      Closure.Direction direction =
          random.nextInt(3) == 0 ? Closure.Direction.AS_DRAWN : Closure.Direction.BOTH;
      closures.add(new Closure("c" + i, shape, direction));
    }
    roads.setClosures(closures);
  }

  /// A place in the city; some of them right at a junction.
  static GeoPoint somewhere(Roads roads, Random random) {
    GeoBox box = roads.city().bounds();
    while (true) {
      var point =
          new GeoPoint(
              random.nextDouble(box.minLat(), box.maxLat()),
              random.nextDouble(box.minLon(), box.maxLon()));
      if (roads.snap(point) instanceof Snap.OnRoad road) {
        return random.nextInt(4) == 0 ? road.roadPoint() : point;
      }
    }
  }
}
