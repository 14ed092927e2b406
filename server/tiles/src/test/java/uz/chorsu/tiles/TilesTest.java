package uz.chorsu.tiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The whole program, on files of all kinds.
class TilesTest {
  @TempDir private Path folder = Path.of("");

  private record Run(int exitValue, List<String> out, String err) {}

  private Run tiles(Path in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Tiles program = new Tiles(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    int value = new CommandLine(program).execute("--in", in.toString(), "--out", map().toString());
    return new Run(value, out.toString(UTF_8).lines().toList(), err.toString(UTF_8));
  }

  private Path map() {
    return folder.resolve("maps").resolve("city.pmtiles");
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private DrawnMap draw(Path in) throws IOException {
    Run run = tiles(in);
    assertThat(run.err).isEmpty();
    assertThat(run.exitValue).isZero();
    assertThat(filesBesideTheMap()).containsExactly("city.pmtiles");
    return DrawnMap.open(map());
  }

  private List<String> filesBesideTheMap() throws IOException {
    if (!Files.exists(map().getParent())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(map().getParent())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aTownInXmlBecomesAMapWithAllLayers() throws Exception {
    DrawnMap map = draw(file("town.osm", SmallTown.xml()));

    assertThat(map.layers())
        .containsExactlyInAnyOrder(
            "boundaries",
            "buildings",
            "housenumbers",
            "landuse",
            "places",
            "pois",
            "roads",
            "water");
    assertThat(map.layersInMetadata()).isEqualTo(map.layers());
    assertThat(map.bounds().getMinX()).isBetween(65.99, 66.001);
    assertThat(map.bounds().getMaxY()).as("the later node 11 counts").isLessThan(41.03);
  }

  @Test
  void namesComeInThreeLanguages() throws Exception {
    DrawnMap map = draw(file("town.osm", SmallTown.xml()));

    DrawnMap.Drawn road =
        map.layer("roads", 14).stream()
            .filter(drawn -> drawn.text("class").equals("primary"))
            .findFirst()
            .orElseThrow();
    assertThat(road.feature().tags())
        .containsEntry("name", "Chinor koʻchasi")
        .containsEntry("name_uz", "Chinor koʻchasi")
        .containsEntry("name_ru", "улица Чинор")
        .containsEntry("name_en", "Chinor Street")
        .containsEntry("ref", "M39")
        .containsEntry("oneway", 1L);
    assertThat(map.values("places", "name_en")).containsExactly("Trial");
    assertThat(map.values("pois", "name_ru")).containsExactly("Больница № 1");
  }

  @Test
  void whatIsShownIsWhatIsThere() throws Exception {
    DrawnMap map = draw(file("town.osm", SmallTown.xml()));

    assertThat(map.values("roads", "class"))
        .as("the deleted motorway is not; the rail with a missing node is")
        .containsExactly("minor", "primary", "rail");
    assertThat(map.values("roads", "bridge")).containsExactly("1");
    assertThat(map.values("pois", "class"))
        .containsExactly("fire_station", "hospital", "hydrant", "park");
    assertThat(map.values("landuse", "class")).containsExactly("hospital", "park");
    assertThat(map.values("buildings", "height")).containsExactly("12");
    assertThat(map.values("housenumbers", "housenumber")).containsExactly("7A");
    assertThat(map.values("boundaries", "admin_level")).containsExactly("6");
    assertThat(map.values("water", "class")).containsExactly("canal");
    assertThat(map.layer("pois", 12).stream().map(drawn -> drawn.text("class")).distinct())
        .as("what a dispatcher steers by")
        .containsExactlyInAnyOrder("fire_station", "hospital");
  }

  @Test
  void theSameTownInEveryFormatGivesTheSameMap() throws Exception {
    List<String> fromXml = texts(draw(file("town.osm", SmallTown.xml())));
    Path sorted = sortedPbf();

    assertThat(texts(draw(file("town.osm.gz", SmallTown.gzipped(SmallTown.xml())))))
        .isEqualTo(fromXml);
    assertThat(texts(draw(sorted))).isEqualTo(fromXml);
    assertThat(texts(draw(backwards(sorted)))).as("blocks in the wrong order").isEqualTo(fromXml);
    assertThat(texts(draw(file("no-ending", SmallTown.xml())))).isEqualTo(fromXml);
  }

  private static List<String> texts(DrawnMap map) {
    return map.features().stream()
        .map(d -> d.tile() + " " + d.feature().layer() + " " + d.feature().tags())
        .sorted()
        .toList();
  }

  private Path sortedPbf() throws Exception {
    OsmStore store = new OsmStore();
    new OsmXml(store).read(new java.io.ByteArrayInputStream(SmallTown.xml()));
    Path file = folder.resolve("town.osm.pbf");
    store.writeSorted(file);
    return file;
  }

  /// The same blocks, relations first, as some tools write them.
  private Path backwards(Path pbf) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(pbf))) {
      while (in.available() > 0) {
        byte[] header = in.readNBytes(in.readInt());
        int size = crosby.binary.Fileformat.BlobHeader.parseFrom(header).getDatasize();
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(block);
        out.writeInt(header.length);
        out.write(header);
        out.write(in.readNBytes(size));
        blocks.add(block.toByteArray());
      }
    }
    Path file = folder.resolve("backwards.osm.pbf");
    try (var out = Files.newOutputStream(file)) {
      out.write(blocks.getFirst());
      for (byte[] block : blocks.subList(1, blocks.size()).reversed()) {
        out.write(block);
      }
    }
    return file;
  }

  @Test
  void hugeNodeIdsNeedNoHugeIndex() throws Exception {
    Path file = folder.resolve("new.osm.pbf");
    LargeIds.write(file, 12_345_678_901L);

    assertThat(draw(file).values("roads", "name")).containsExactly("Yangi");
  }

  @Test
  void progressGoesForwardAndEndsWithDone() throws Exception {
    Run run = tiles(file("town.osm", SmallTown.xml()));

    double last = 0;
    for (String line : run.out.subList(0, run.out.size() - 1)) {
      assertThat(line).matches("progress [01]\\.\\d\\d [a-z]+");
      double share = Double.parseDouble(line.substring(9, 13));
      assertThat(share).isGreaterThanOrEqualTo(last);
      last = share;
    }
    assertThat(last).isEqualTo(1);
    assertThat(run.out.getLast()).matches("done \\d+ " + Files.size(map()));
  }

  static Stream<Arguments> unusable() throws Exception {
    byte[] gzip = SmallTown.gzipped(SmallTown.xml());
    return Stream.of(
        Arguments.of("empty", new byte[0], "is empty"),
        Arguments.of("text", "lat;lon\n41;66\n".getBytes(UTF_8), "is not OpenStreetMap data"),
        Arguments.of("gzipped text", SmallTown.gzipped("hello".getBytes(UTF_8)), "is not Open"),
        Arguments.of("cut gzip", Arrays.copyOf(gzip, gzip.length / 2), "is broken"),
        Arguments.of(
            "cut XML",
            Arrays.copyOf(SmallTown.xml(), SmallTown.xml().length / 2),
            "is broken OpenStreetMap XML"),
        Arguments.of(
            "other XML", "<?xml version='1.0'?><kml/>".getBytes(UTF_8), "root is <kml>, not <osm>"),
        Arguments.of(
            "a node without a place",
            "<osm><node id='1'/></osm>".getBytes(UTF_8),
            "a node has no lat"),
        Arguments.of(
            "a number that is none",
            "<osm><node id='1' lat='x' lon='1'/></osm>".getBytes(UTF_8),
            "number"),
        Arguments.of("nothing inside", "<osm version='0.6'/>".getBytes(UTF_8), "holds no node"),
        Arguments.of(
            "nodes only", "<osm><node id='1' lat='1' lon='1'/></osm>".getBytes(UTF_8), "no way"),
        Arguments.of(
            "an attack by entities",
            "<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><osm>&a;</osm>"
                .getBytes(UTF_8),
            "is broken OpenStreetMap XML"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void anUnusableFileIsRefusedWithOneSentence(String what, byte[] content, String sentence)
      throws Exception {
    assertRefused(tiles(file("city.osm.pbf", content)), sentence);
    assertThat(filesBesideTheMap()).as("what a %s leaves", what).isEmpty();
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.exitValue).isEqualTo(1);
    assertThat(run.err.lines()).hasSize(1);
    assertThat(run.err).contains(sentence).endsWith("." + System.lineSeparator());
    assertThat(run.out).noneMatch(line -> line.startsWith("done"));
  }

  @Test
  void aBrokenPbfIsRefusedWhereverItBreaks() throws Exception {
    byte[] whole = Files.readAllBytes(sortedPbf());
    for (int length : new int[] {30, whole.length / 3, whole.length / 2, whole.length - 3}) {
      assertRefused(tiles(file("cut.osm.pbf", Arrays.copyOf(whole, length))), "cut.osm.pbf");
    }
    byte[] bent = whole.clone();
    Arrays.fill(bent, whole.length / 2, whole.length / 2 + 40, (byte) 0x55);
    assertRefused(tiles(file("bent.osm.pbf", bent)), "is a broken .osm.pbf file");
    assertThat(filesBesideTheMap()).isEmpty();
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(tiles(folder.resolve("nowhere.osm.pbf")), "is not a file that can be read");
  }

  @Test
  void aMapThatIsThereStaysWhenTheNextFileIsBroken() throws Exception {
    draw(file("town.osm", SmallTown.xml()));
    byte[] before = Files.readAllBytes(map());

    assertRefused(tiles(file("broken.osm", "<osm><way".getBytes(UTF_8))), "broken");

    assertThat(Files.readAllBytes(map())).isEqualTo(before);
  }

  @Test
  void whatAKilledRunLeftIsCleared() throws Exception {
    Path left = map().resolveSibling(".city.pmtiles.work");
    Files.createDirectories(left.resolve("planetiler"));
    Files.writeString(left.resolve("planetiler").resolve("node.db"), "half");

    draw(file("town.osm", SmallTown.xml()));
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws Exception {
    Files.writeString(map().getParent(), "a file where a folder should be");

    assertRefused(tiles(file("town.osm", SmallTown.xml())), "could not be written");
  }

  @Test
  void itRunsAsAProgramOfItsOwnFromAnywhereAndLeavesNothing() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String classPath =
        Files.readString(target.resolve("classpath.txt")).strip()
            + File.pathSeparator
            + target.resolve("classes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                "uz.chorsu.tiles.Tiles",
                "--in",
                file("town.osm.gz", SmallTown.gzipped(SmallTown.xml())).toString(),
                "--out",
                map().toString())
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output.strip()).contains("progress").matches("(?s).*done \\d+ \\d+");
    assertThat(filesBesideTheMap()).containsExactly("city.pmtiles");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "monaco.osm.pbf,   7.40, 43.72, 7.45, 43.76,  Monaco",
    "andorra.osm.pbf,  1.3,  42.3,  1.9,  42.7,   Andorra la Vella",
    "krems.osm.gz,     15.4, 48.3,  15.9, 48.6,   ''",
    "columbus.osm.pbf, -83.3, 39.8, -82.7, 40.2,  ''"
  })
  void realExtractsAreDrawn(
      String name, double minLon, double minLat, double maxLon, double maxLat, String place)
      throws Exception {
    String data = System.getenv("CHORSU_REAL_DATA");
    assumeTrue(data != null, "CHORSU_REAL_DATA is not set: no real extract " + name);

    DrawnMap map = draw(Path.of(String.valueOf(data), "osm", name));

    assertThat(map.layers()).contains("roads", "buildings", "pois", "landuse");
    assertThat(map.values("roads", "class")).contains("minor", "secondary", "tertiary");
    assertThat(map.values("roads", "name")).hasSizeGreaterThan(80);
    assertThat(map.bounds().getMinX()).isGreaterThan(minLon);
    assertThat(map.bounds().getMinY()).isGreaterThan(minLat);
    assertThat(map.bounds().getMaxX()).isLessThan(maxLon);
    assertThat(map.bounds().getMaxY()).isLessThan(maxLat);
    if (!place.isEmpty()) {
      assertThat(map.values("places", "name")).contains(place);
    }
    SchemaTest.assertWithinSchema(map);
  }
}
