package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.model.GeoPoint;

/// Scenarios of travel times, simple to complex, on the grid city, and the law that one reverse
/// tree and separate routing give the same times.
class TravelTimesTest {
  @TempDir static Path folder;
  private static final CityFixture CITY = CityFixture.small(1);
  private static Roads roads;

  @BeforeAll
  static void open() {
    roads = CITY.open(folder);
  }

  @AfterAll
  static void close() {
    roads.close();
  }

  @BeforeEach
  void openAllRoads() {
    roads.setClosures(List.of());
  }

  private static Travel travel(GeoPoint from, GeoPoint to) {
    return roads.timesTo(to).from(roads.snap(from));
  }

  @Test
  void a01AlongOneStreet() {
    // Street 0 is primary: 58 km/h, three blocks of 150 m.
    Travel travel = travel(CITY.crossing(0, 0), CITY.crossing(3, 0));
    assertThat(travel.estimate()).isEqualTo(Estimate.ROAD);
    assertThat(travel.metres()).isCloseTo(450, within(1.0));
    assertThat(travel.seconds()).isCloseTo(450 / (58 / 3.6), within(0.1));
  }

  @Test
  void a02FromTheMiddleOfABlockToTheMiddleOfTheSame() {
    Travel travel = travel(CITY.at(30, 0), CITY.at(120, 0));
    assertThat(travel.metres()).isCloseTo(90, within(0.5));
    assertThat(travel.seconds()).isCloseTo(90 / (58 / 3.6), within(0.1));
  }

  @Test
  void a03WithTheOneWayDirectlyAgainstItAround() {
    double street = CityFixture.ONE_WAY_STREET * 150;
    assertThat(travel(CITY.at(330, street), CITY.at(420, street)).metres())
        .isCloseTo(90, within(0.5));
    // Around the block: on to the next avenue, and back to the beginning of the block.
    assertThat(travel(CITY.at(420, street), CITY.at(330, street)).metres())
        .isCloseTo(30 + 150 + 150 + 150 + 30, within(2.0));
  }

  @Test
  void a04TheForbiddenLeftTurnIsDrivenAround() {
    int avenue = CityFixture.NO_LEFT_TURN_AVENUE;
    int street = CityFixture.NO_LEFT_TURN_STREET;
    GeoPoint south = CITY.at(avenue * 150, street * 150 - 75);
    GeoPoint west = CITY.at(avenue * 150 - 75, street * 150);
    GeoPoint east = CITY.at(avenue * 150 + 75, street * 150);
    assertThat(travel(south, west).metres()).isGreaterThan(151);
    assertThat(travel(south, east).metres()).isCloseTo(150, within(0.5));
    assertThat(travel(west, south).metres()).isCloseTo(150, within(0.5));
  }

  @Test
  void a05OffTheNetworkIsAStraightLineAndSaysSo() {
    Travel in = travel(CITY.offNetwork(), CITY.centre());
    double air = CITY.offNetwork().metresTo(CITY.centre());
    assertThat(in.estimate()).isEqualTo(Estimate.STRAIGHT_LINE);
    assertThat(in.metres()).isCloseTo(air * Travel.DETOUR_FACTOR, within(0.001));
    assertThat(in.seconds()).isCloseTo(in.metres() / 10, within(0.001));
    assertThat(travel(CITY.centre(), CITY.offNetwork()).estimate())
        .isEqualTo(Estimate.STRAIGHT_LINE);
    assertThat(roads.route(CITY.offNetwork(), CITY.centre()).estimate())
        .isEqualTo(Estimate.STRAIGHT_LINE);
    assertThat(roads.snap(CITY.offNetwork())).isInstanceOf(Snap.OffNetwork.class);
  }

  @Test
  void a06AClosureCountsAtOnceAndLifts() {
    GeoPoint from = CITY.crossing(1, 0);
    GeoPoint to = CITY.crossing(2, 0);
    double before = travel(from, to).seconds();
    var line = new Closure.Line(List.of(CITY.at(200, -20), CITY.at(200, 20)));
    roads.closeRoad(new Closure("pipe", line, Closure.Direction.BOTH));
    assertThat(travel(from, to).metres()).isCloseTo(450, within(1.0));
    assertThat(roads.route(from, to).metres()).isCloseTo(450, within(1.0));
    roads.openRoad("pipe");
    assertThat(travel(from, to).seconds()).isEqualTo(before);
  }

  @Test
  void a07AClosureAsDrawnLeavesTheOtherDirectionOpen() {
    GeoPoint west = CITY.at(160, 0);
    GeoPoint east = CITY.at(290, 0);
    var line = new Closure.Line(List.of(CITY.crossing(1, 0), CITY.crossing(2, 0)));
    roads.closeRoad(new Closure("lane", line, Closure.Direction.AS_DRAWN));
    assertThat(travel(west, east).metres()).isGreaterThan(400);
    assertThat(travel(east, west).metres()).isCloseTo(130, within(0.5));
    assertThat(roads.closedSegments(roads.closures().getFirst())).hasSize(1);
  }

  @Test
  void a08WhoStandsOnAClosedRoadStartsFromTheNearestOpenOne() {
    Snap snap = roads.snap(CITY.at(225, 0));
    var line = new Closure.Line(List.of(CITY.crossing(1, 0), CITY.crossing(2, 0)));
    roads.closeRoad(new Closure("street", line, Closure.Direction.BOTH));
    Travel travel = roads.timesTo(CITY.crossing(5, 5)).from(snap);
    assertThat(travel.estimate()).isEqualTo(Estimate.ROAD);
    // The same place as target: nobody is told that it cannot be reached.
    assertThat(travel(CITY.crossing(5, 5), CITY.at(225, 0)).estimate()).isEqualTo(Estimate.ROAD);
  }

  @Test
  void a09AnIslandWithinClosuresIsAStraightLine() {
    roads.closeRoad(
        new Closure("city", new Closure.Circle(CITY.centre(), 1400), Closure.Direction.BOTH));
    assertThat(travel(CITY.crossing(0, 0), CITY.crossing(5, 5)).estimate())
        .isEqualTo(Estimate.STRAIGHT_LINE);
  }

  @Test
  void b01OneTreeEqualsSeparateRoutingOnTheGrid() {
    var random = new Random(20_26);
    TreeLaw.check(roads, random, 200);
    TreeLaw.closeSome(roads, random, 12);
    TreeLaw.check(roads, random, 200);
  }

  @Test
  void b02OneTreeEqualsSeparateRoutingWithManyForbiddenTurns(@TempDir Path other) {
    for (int seed = 1; seed <= 3; seed++) {
      var random = new Random(seed);
      Path file = TurnCity.write(other.resolve("turns-" + seed + ".osm"), random, 9);
      Path city = new CityImport(other.resolve("cities")).importFile(file, ImportProgress.NONE);
      try (Roads maze = Roads.open(city)) {
        assertThat(maze.city().counts().turnRestrictions()).isGreaterThan(20);
        TreeLaw.check(maze, random, 200);
        TreeLaw.closeSome(maze, random, 8);
        TreeLaw.check(maze, random, 200);
      }
    }
  }
}
