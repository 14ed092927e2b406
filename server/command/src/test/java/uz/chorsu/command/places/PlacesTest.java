package uz.chorsu.command.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.command.Command;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.CallId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.CityFixture;
import uz.chorsu.roads.Roads;

/// Closures and the location file on a real database and a real road network.
class PlacesTest {
  private static final Actor NODIRA = new Actor("Nodira", "desk 1");
  private static final CityFixture CITY = CityFixture.small(7);

  @TempDir static Path folder;
  private static Roads roads;
  private static Roads otherRoads;

  private final TestDatabase test = TestDatabase.create("command");
  private volatile Instant time = Instant.parse("2026-03-01T12:00:00Z");
  private Command command;

  @BeforeAll
  static void openCity() throws IOException {
    Path city = CITY.importInto(folder);
    roads = Roads.open(city);
    otherRoads = Roads.open(city);
  }

  @AfterAll
  static void closeCity() {
    roads.close();
    otherRoads.close();
  }

  @BeforeEach
  void open() {
    command = open(roads);
  }

  @AfterEach
  void close() {
    command.close();
    test.close();
    roads.setClosures(List.of());
    otherRoads.setClosures(List.of());
  }

  private Command open(Roads network) {
    return new Command(
        new Command.Setup(
            test.database(),
            () -> Optional.of(network),
            folder.resolve("keys"),
            folder.resolve("no-plan.yaml"),
            () -> time));
  }

  @Test
  void a01_aClosureCountsAtOnceAndNamesItsStreets() {
    GeoPoint middle = CITY.at(2.5 * 150, 150);
    GeoPoint west = CITY.crossing(2, 1);
    GeoPoint east = CITY.crossing(3, 1);
    double before = roads.timesTo(east).from(roads.snap(west)).metres();
    ClosedRoad closed =
        command
            .closures()
            .close(NODIRA, UUID.randomUUID(), new ClosedRoad.New(middle, 15, "burst pipe", null));
    assertThat(closed.roads()).containsExactly(CITY.streetName(1));
    assertThat(closed.lines()).hasSize(1);
    assertThat(closed.by()).isEqualTo("Nodira, desk 1");
    assertThat(roads.timesTo(east).from(roads.snap(west)).metres()).isGreaterThan(before * 2);
    command.closures().open(NODIRA, closed.id());
    assertThat(roads.timesTo(east).from(roads.snap(west)).metres()).isEqualTo(before);
    assertThat(command.closures().list()).isEmpty();
  }

  @Test
  void a02_otherProcessesFollowAndANewOneKnowsItFromTheStart() {
    UUID id = UUID.randomUUID();
    try (Command other = open(otherRoads)) {
      command
          .closures()
          .close(NODIRA, id, new ClosedRoad.New(CITY.at(375, 150), 15, "parade", null));
      await(() -> otherRoads.closures().size() == 1);
      other.closures().open(NODIRA, id);
      await(() -> roads.closures().isEmpty());
    }
    command
        .closures()
        .close(
            NODIRA, UUID.randomUUID(), new ClosedRoad.New(CITY.at(375, 150), 15, "parade", null));
    otherRoads.setClosures(List.of());
    try (Command restarted = open(otherRoads)) {
      assertThat(otherRoads.closures()).hasSize(1);
      assertThat(restarted.closures().list()).hasSize(1);
    }
  }

  @Test
  void a03_aClosureEndsByItself() {
    Instant until = time.plusSeconds(60);
    command
        .closures()
        .close(
            NODIRA, UUID.randomUUID(), new ClosedRoad.New(CITY.at(375, 150), 15, "works", until));
    time = time.plusSeconds(61);
    await(() -> roads.closures().isEmpty());
    assertThat(command.journal().after(0, 100).stream().map(row -> row.kind() + " " + row.actor()))
        .contains("road-closed Nodira, desk 1", "road-opened Chorsu");
  }

  @Test
  void a04_badClosuresAreRefusedByName() {
    assertThatThrownBy(() -> new ClosedRoad.New(CITY.centre(), 501, "x", null))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.field()).isEqualTo("radiusMetres"));
    assertThatThrownBy(() -> new ClosedRoad.New(CITY.centre(), 10, " ", null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("reason"));
    assertThatThrownBy(() -> close(new ClosedRoad.New(CITY.centre(), 10, "x", time)))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("until"));
    assertThatThrownBy(() -> close(new ClosedRoad.New(CITY.offNetwork(), 10, "x", null)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.field()).isEqualTo("radiusMetres"));
    assertThatThrownBy(() -> command.closures().open(NODIRA, UUID.randomUUID()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a05_theSameClosureTwiceIsOne() {
    UUID id = UUID.randomUUID();
    ClosedRoad.New wish = new ClosedRoad.New(CITY.at(375, 150), 15, "works", null);
    ClosedRoad first = command.closures().close(NODIRA, id, wish);
    assertThat(command.closures().close(NODIRA, id, wish)).isEqualTo(first);
    assertThat(command.journal().after(0, 100).stream().filter(r -> r.kind().equals("road-closed")))
        .hasSize(1);
  }

  @Test
  void b01_whatIsKnownAboutAPlaceNearestFirst() {
    GeoPoint place = CITY.centre();
    add("access-code", place, "gate 4711#");
    add("hazard", north(place, 60), "chlorine in the cellar");
    add("note", north(place, 300), "far away");
    IncidentId earlier = call(north(place, 20));
    List<LocationEntry> near = command.locationFile().near(place, 100, 50);
    assertThat(
            near.stream().filter(e -> e.kind() != LocationEntry.Kind.HYDRANT).map(PlacesTest::line))
        .containsExactly(
            "access-code 0 m: gate 4711# (Nodira, desk 1)",
            "earlier-incident 20 m: Stroke, 2026-000001, 1 March 2026, still open (null)",
            "hazard 60 m: chlorine in the cellar (Nodira, desk 1)");
    assertThat(near.get(1).incidentId()).isEqualTo(earlier.value());
    List<LocationEntry> others =
        command.changes().read(h -> command.locationFile().near(h, place, 100, 50, earlier));
    assertThat(others).noneMatch(one -> one.kind() == LocationEntry.Kind.EARLIER_INCIDENT);
    assertThat(command.locationFile().near(place, 2000, 200))
        .as("hydrants of the map")
        .anyMatch(entry -> entry.kind() == LocationEntry.Kind.HYDRANT && entry.id() == null);
  }

  @Test
  void b02_wordsAreSealedInTheDatabase() {
    add("access-code", CITY.centre(), "gate 4711#");
    String stored =
        test.database()
            .ordinary()
            .withHandle((Handle handle) ->
                handle
                    .createQuery(
                        "SELECT convert_from(text_sealed, 'LATIN1') || author FROM command.location_entry")
                    .mapTo(String.class)
                    .one());
    assertThat(stored).doesNotContain("4711").contains("Nodira");
    assertThat(command.journal().after(0, 100).toString()).doesNotContain("4711");
  }

  @Test
  void b03_entriesExpireAndCanBeEnded() {
    LocationEntry code = add("access-code", CITY.centre(), "gate 1");
    assertThat(code.expiresAt()).isEqualTo(time.plus(Duration.ofDays(365)));
    LocationEntry soon =
        command
            .locationFile()
            .add(
                NODIRA,
                UUID.randomUUID(),
                new LocationEntry.New(
                    LocationEntry.Kind.NOTE, CITY.centre(), "scaffold", time.plusSeconds(60)));
    time = time.plusSeconds(61);
    assertThat(ids()).contains(code.id()).doesNotContain(soon.id());
    command.locationFile().end(NODIRA, Objects.requireNonNull(code.id()));
    time = time.plusSeconds(1);
    assertThat(ids()).isEmpty();
    assertThatThrownBy(() -> command.locationFile().end(NODIRA, UUID.randomUUID()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void b04_badEntriesAreRefusedByName() {
    assertThatThrownBy(() -> LocationEntry.Kind.of("earlier-incident")).isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            command
                .locationFile()
                .add(
                    NODIRA,
                    UUID.randomUUID(),
                    new LocationEntry.New(LocationEntry.Kind.NOTE, CITY.centre(), "x", time)))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("expiresAt"));
    assertThatThrownBy(() -> command.locationFile().near(CITY.centre(), 2001, 10))
        .isInstanceOf(Refused.class);
  }

  @Test
  void c01_aCityWithoutUnitsGetsAFleetOnce() {
    int units = command.starterFleet().raise(roads);
    assertThat(units).isGreaterThan(15);
    assertThat(command.fleet().listAll()).hasSize(units);
    assertThat(command.fleet().listAll().stream().map(unit -> unit.kind()).distinct())
        .as("every kind that the default plan asks for")
        .containsAll(
            List.of(
                "engine",
                "ladder",
                "rescue",
                "tanker",
                "fire-command",
                "hazmat-unit",
                "ambulance",
                "intensive-care",
                "patrol",
                "investigators",
                "armed-response",
                "traffic-patrol",
                "road-service",
                "gas-crew"));
    assertThat(command.fleet().listAll().stream().map(unit -> unit.callSign()))
        .doesNotHaveDuplicates();
    assertThat(command.stations().list().stream().map(station -> station.kind()))
        .contains("fire", "police", "ambulance", "hospital", "gas", "other");
    assertThat(command.journal().after(0, 100).getLast().text())
        .contains("starter fleet")
        .contains("names no place for: gas");
    assertThat(command.starterFleet().raise(roads)).isZero();
  }

  @Test
  void c02_aCityWithAUnitKeepsItsFleet() {
    command
        .unitImport()
        .take(
            NODIRA,
            "callSign,agency,kind,skills,station,lat,lon,crew\nX1,fire,engine,,,41.3,69.2,\n");
    assertThat(command.starterFleet().raise(roads)).isZero();
    assertThat(command.fleet().listAll()).hasSize(1);
  }

  private void close(ClosedRoad.New wish) {
    command.closures().close(NODIRA, UUID.randomUUID(), wish);
  }

  private LocationEntry add(String kind, GeoPoint point, String text) {
    return command
        .locationFile()
        .add(
            NODIRA,
            UUID.randomUUID(),
            new LocationEntry.New(LocationEntry.Kind.of(kind), point, text, null));
  }

  private List<UUID> ids() {
    return command.locationFile().near(CITY.centre(), 100, 50).stream()
        .filter(entry -> entry.id() != null)
        .map(entry -> Objects.requireNonNull(entry.id()))
        .toList();
  }

  private IncidentId call(GeoPoint point) {
    NewCall call =
        new NewCall(
            CallKind.VOICE,
            "MEDICAL",
            "stroke",
            null,
            new Where(point, null, null),
            NewCall.Who.UNKNOWN,
            null,
            null);
    return new IncidentId(
        command.calls().take(NODIRA, new CallId(UUID.randomUUID()), call).incidentId());
  }

  private static String line(LocationEntry entry) {
    return "%s %d m: %s (%s)"
        .formatted(
            entry.kind().word(), Math.round(entry.distanceMetres()), entry.text(), entry.author());
  }

  private static GeoPoint north(GeoPoint point, double metres) {
    return new GeoPoint(point.lat() + metres / 111_195, point.lon());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within 15 s");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
