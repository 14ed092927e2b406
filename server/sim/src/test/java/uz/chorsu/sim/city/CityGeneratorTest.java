package uz.chorsu.sim.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.chorsu.model.Refused;

/// What must be true of the invented city, whatever the seed.
class CityGeneratorTest {
  private static final Set<String> FOR_CARS =
      Set.of(
          "trunk",
          "primary",
          "secondary",
          "tertiary",
          "trunk_link",
          "primary_link",
          "secondary_link",
          "tertiary_link",
          "residential",
          "living_street",
          "service");

  @TempDir private Path folder = Path.of("");

  private static CityGenerator.Options options(long seed) {
    return new CityGenerator.Options(seed, 4.2, true);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, -5, 20_260_101})
  void everySeedMakesACityThatWorks(long seed) {
    TestCity city = new TestCity(CityGenerator.generate(options(seed)));

    assertThat(city.wrongReferences()).as("references to nothing").isEmpty();
    assertThat(city.metresFromCentreToFarthestNode()).isLessThan(4_200 * 1.35);
    assertThat(city.namesNotInAllLanguages()).as("names").isEmpty();
    assertThat(city.addressesGivenTwice()).as("addresses").isEmpty();
    assertThat(city.segments(FOR_CARS)).as("road segments").isGreaterThan(8_000);
    assertThat(city.streetNames()).as("street names").hasSizeGreaterThan(1_500);
    assertThat(city.stronglyConnectedShare(FOR_CARS)).isGreaterThanOrEqualTo(0.98);
    assertThat(city.wrongTurnRestrictions()).as("turn restrictions").isEmpty();

    assertThat(city.count("amenity", "fire_station")).isEqualTo(10);
    assertThat(city.count("amenity", "police")).isEqualTo(8);
    assertThat(city.count("emergency", "ambulance_station")).isEqualTo(6);
    assertThat(city.count("emergency", "gas_service")).isEqualTo(4);
    assertThat(city.count("amenity", "hospital")).isGreaterThanOrEqualTo(6);
    assertThat(city.count("amenity", "school")).isGreaterThanOrEqualTo(40);
    assertThat(city.count("amenity", "marketplace")).isEqualTo(1);
    assertThat(city.count("leisure", "park")).isGreaterThanOrEqualTo(12);
    assertThat(city.count("railway", "station")).isGreaterThanOrEqualTo(8);
    assertThat(city.count("emergency", "fire_hydrant")).isGreaterThan(1_000);
    assertThat(city.count("highway", "traffic_signals")).isGreaterThan(100);
    assertThat(city.count("place", "suburb")).isBetween(5, 12);
    assertThat(city.count("place", "neighbourhood")).isGreaterThan(40);
    assertThat(city.count("bridge", "yes")).isGreaterThan(10);
    assertThat(city.count("junction", "roundabout")).isPositive();
    assertThat(city.count("type", "restriction")).isPositive();
    assertThat(city.count("addr:housenumber")).isGreaterThan(15_000);
    assertThat(city.metresFromStationsToRoads(FOR_CARS))
        .allSatisfy(metres -> assertThat(metres).isLessThan(120));
  }

  @Test
  void theSameSeedGivesTheSameFile() throws Exception {
    CityGenerator.write(options(11), folder.resolve("one.osm.pbf"));
    CityGenerator.write(options(11), folder.resolve("two.osm.pbf"));
    CityGenerator.write(options(12), folder.resolve("three.osm.pbf"));

    assertThat(Files.mismatch(folder.resolve("one.osm.pbf"), folder.resolve("two.osm.pbf")))
        .isEqualTo(-1);
    assertThat(Files.mismatch(folder.resolve("one.osm.pbf"), folder.resolve("three.osm.pbf")))
        .isNotEqualTo(-1);
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing half done is left").hasSize(3);
    }
  }

  @Test
  void anotherProgramReadsTheFileAndItIsSorted() throws Exception {
    Path file = folder.resolve("city.osm.pbf");
    CityGenerator.Made made = CityGenerator.write(options(5), file);
    OsmData data = CityGenerator.generate(options(5));

    assertThat(made.bytes()).isEqualTo(Files.size(file)).isLessThan(5_000_000);
    List<ReaderElement> elements = read(file.toFile());
    assertThat(elements).hasSize((int) (made.nodes() + made.ways() + made.relations()));
    assertThat(differences(data, elements)).isEmpty();
  }

  /// One by one, in the order of the file.
  private static List<String> differences(OsmData data, List<ReaderElement> elements) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < data.nodeCount(); i++) {
      ReaderNode node = (ReaderNode) elements.get(i);
      if (node.getId() != i + 1
          || Math.round(node.getLat() * 1e7) != data.latE7(i)
          || Math.round(node.getLon() * 1e7) != data.lonE7(i)
          || !sameTags(node, data.nodeTags(i))) {
        differences.add("node " + node);
      }
    }
    for (int i = 0; i < data.ways().size(); i++) {
      ReaderWay way = (ReaderWay) elements.get(data.nodeCount() + i);
      OsmData.Way expected = data.ways().get(i);
      if (way.getId() != i + 1
          || !Arrays.equals(way.getNodes().toArray(), expected.nodes())
          || !sameTags(way, expected.tags())) {
        differences.add("way " + way);
      }
    }
    for (int i = 0; i < data.relations().size(); i++) {
      ReaderElement relation = elements.get(data.nodeCount() + data.ways().size() + i);
      if (relation.getId() != i + 1 || !sameTags(relation, data.relations().get(i).tags())) {
        differences.add("relation " + relation);
      }
    }
    return differences;
  }

  private static boolean sameTags(ReaderElement element, String[] tags) {
    for (int i = 0; i < tags.length; i += 2) {
      if (!tags[i + 1].equals(element.getTag(tags[i]))) {
        return false;
      }
    }
    return true;
  }

  private static List<ReaderElement> read(File file) throws Exception {
    List<ReaderElement> elements = new ArrayList<>();
    try (OSMInputFile in = new OSMInputFile(file).setWorkerThreads(1).open()) {
      for (ReaderElement next = in.getNext(); next != null; next = in.getNext()) {
        if (next.getType() != ReaderElement.Type.FILEHEADER) {
          elements.add(next);
        }
      }
    }
    return elements;
  }

  @Test
  void aLargeCityHasAHundredThousandSegments() {
    TestCity city = new TestCity(CityGenerator.generate(new CityGenerator.Options(1, 12, false)));

    assertThat(city.segments(FOR_CARS)).isGreaterThan(100_000);
    assertThat(city.stronglyConnectedShare(FOR_CARS)).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void theCityCoversWhatItSays() {
    Skeleton skeleton = new Skeleton(4_200, new Dice(1));

    assertThat(Point.area(skeleton.cityLimit)).isGreaterThan(40e6);
  }

  @Test
  void aRadiusOfNowhereIsRefused() {
    assertThatThrownBy(() -> new CityGenerator.Options(1, 1e9, true))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("radiusKm");
    assertThatThrownBy(() -> new CityGenerator.Options(1, Double.NaN, true))
        .isInstanceOf(Refused.class);
  }

  @Test
  void blocksFillTheCityWithoutOverlap() {
    Skeleton skeleton = new Skeleton(4_200, new Dice(3));
    double skeletonArea = skeleton.plan.blocks.stream().mapToDouble(Plan.Block::areaM2).sum();
    Growth growth =
        new Growth(skeleton, 4_200, new Facilities(4_200, new Dice(4)).wishes(), new Dice(5));
    growth.grow();

    assertThat(skeleton.plan.blocks)
        .hasSizeGreaterThan(1_500)
        .allSatisfy(block -> assertThat(block.areaM2()).isPositive());
    double area = skeleton.plan.blocks.stream().mapToDouble(Plan.Block::areaM2).sum();
    // A street across a block bends into both of its halves: together they are what it was.
    assertThat(area).isCloseTo(skeletonArea, org.assertj.core.data.Percentage.withPercentage(0.01));
    Map<Plan.Block, Use> uses = new HashMap<>(growth.uses);
    assertThat(new HashSet<>(skeleton.plan.blocks)).isEqualTo(uses.keySet());
  }
}
