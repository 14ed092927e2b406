package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.chorsu.model.Refused;

/// Importing: every format and order gives the same city, broken files are refused with their
/// fault, and nothing half-done stays.
class CityImportTest {
  private static final CityFixture CITY = CityFixture.small(7);

  @TempDir Path folder;
  private Path cache;

  @BeforeEach
  void setCache() {
    cache = folder.resolve("cities");
  }

  private City importCity(Path file) {
    Path city = new CityImport(cache).importFile(file, ImportProgress.NONE);
    try (Roads roads = Roads.open(city)) {
      return roads.city();
    }
  }

  @Test
  void a01TheGridCityIsWhatItIs() {
    try (Roads roads = CITY.open(folder)) {
      City city = roads.city();
      assertThat(city.name()).isEqualTo("Panjara");
      assertThat(city.bounds().contains(CITY.centre())).isTrue();
      // 8 by 8 crossings, 7 blocks on each of 16 roads, 7 of them one-way.
      assertThat(city.counts()).isEqualTo(new City.Counts(64, 112, 217, 1, 16, 224, 64, 8, 4, 5));
      assertThat(roads.landmarks())
          .extracting(Landmark::kind)
          .containsExactly(
              Landmark.Kind.FIRE_STATION,
              Landmark.Kind.POLICE,
              Landmark.Kind.HOSPITAL,
              Landmark.Kind.AMBULANCE_STATION);
      Landmark station = roads.landmarks().getFirst();
      assertThat(station.name()).isEqualTo("1-son yong‘in xavfsizligi qismi");
      assertThat(station.alternativeNames()).contains("Пожарная часть №1", "Fire Station 1");
      assertThat(station.point().metresTo(CITY.fireStation())).isLessThan(0.1);
      assertThat(roads.hydrants()).hasSize(5);
    }
  }

  @Test
  void a02EveryFormatAndOrderGivesTheSameCity() throws IOException {
    Path sorted = CITY.write(folder.resolve("sorted.osm"));
    City.Counts expected = importCity(sorted).counts();
    List<String> lines = Files.readAllLines(sorted);
    Path unsorted = folder.resolve("unsorted.osm");
    Files.write(unsorted, OsmFiles.relationsBeforeWaysBeforeNodes(lines));
    assertThat(importCity(unsorted).counts()).isEqualTo(expected);

    Path gz = folder.resolve("packed.osm.gz");
    Files.write(gz, gzip(Files.readAllBytes(unsorted)));
    assertThat(importCity(gz).counts()).isEqualTo(expected);

    Path pbf = folder.resolve("dense.osm.pbf");
    Files.write(pbf, OsmFiles.pbf(sorted, true, true));
    assertThat(importCity(pbf).counts()).isEqualTo(expected);

    Path plainPbf = folder.resolve("plain-unsorted.osm.pbf");
    Files.write(plainPbf, OsmFiles.pbf(unsorted, false, false));
    assertThat(importCity(plainPbf).counts()).isEqualTo(expected);
  }

  @Test
  void a03TheNameOfTheFileMeansNothing() throws IOException {
    Path misnamed = folder.resolve("city.osm.pbf");
    Files.move(CITY.write(folder.resolve("sorted.osm")), misnamed);
    assertThat(importCity(misnamed).counts().junctions()).isEqualTo(64);
  }

  @Test
  void a04TheSameBytesAreImportedOnce() throws IOException {
    Path file = CITY.write(folder.resolve("grid.osm"));
    var importer = new CityImport(cache);
    assertThat(importer.findImported(file)).isEmpty();
    Path city = importer.importFile(file, ImportProgress.NONE);
    var written = Files.getLastModifiedTime(city.resolve("city.json"));
    Path copy = Files.copy(file, folder.resolve("copy.osm"));
    assertThat(importer.importFile(copy, ImportProgress.NONE)).isEqualTo(city);
    assertThat(Files.getLastModifiedTime(city.resolve("city.json"))).isEqualTo(written);
    assertThat(importer.findImported(copy)).contains(city);
  }

  @Test
  void a05ProgressNeverFallsAndEndsAtOne() {
    var shares = new ArrayList<Double>();
    Path file = CITY.write(folder.resolve("grid.osm"));
    new CityImport(cache).importFile(file, (step, share) -> shares.add(share));
    assertThat(shares).isSorted().endsWith(1.0).hasSizeGreaterThan(5);
  }

  @Test
  void a06AnOlderFormatIsMadeAnewAndLeftoversOfAKilledImportGo() throws IOException {
    Path file = CITY.write(folder.resolve("grid.osm"));
    Path city = new CityImport(cache).importFile(file, ImportProgress.NONE);
    Path json = city.resolve("city.json");
    Files.writeString(
        json,
        Files.readString(json).replaceAll("\"formatVersion\" : \\d+", "\"formatVersion\" : 0"));
    Files.createDirectories(cache.resolve(".importing-dead/network"));
    assertThat(importCity(file).formatVersion()).isEqualTo(CityImport.FORMAT_VERSION);
    assertThat(namesIn(cache)).containsExactlyInAnyOrder(".lock", city.getFileName().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          empty          | it is empty (0 bytes)
          missing        | no file has this name
          folder         | it is a folder
          text           | it starts with "hello, world
          binary         | it starts with the bytes 89 50 4e 47
          html           | it starts with <html>
          noroads        | among its 2 nodes and 1 ways there is no road
          nonodes        | there is no road
          cutxml         | it breaks in line
          badlat         | lat of a <node> is "91.5"
          noid           | id of a <node> is missing
          cutgz          | it is cut off after
          emptygz        | there is nothing inside its gzip packing
          cutpbf         | it ends in the middle of block 4 (from byte
          flippedpbf     | block 2 (from byte
          headerlesspbf  | its header block is missing
          historypbf     | it needs the feature "HistoricalInformation"
          """)
  void b01ABrokenFileIsRefusedWithItsFaultAndNothingStays(String fault, String message)
      throws IOException {
    Path file = broken(fault);
    assertThatThrownBy(() -> new CityImport(cache).importFile(file, ImportProgress.NONE))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("city file " + file.getFileName() + " must be ")
        .hasMessageContaining(message);
    if (Files.exists(cache)) {
      assertThat(namesIn(cache)).isSubsetOf(".lock");
    }
  }

  private Path broken(String fault) throws IOException {
    Path good = CITY.write(folder.resolve("good.osm"));
    byte[] pbf = OsmFiles.pbf(good, true, true);
    byte[] bytes =
        switch (fault) {
          case "empty" -> new byte[0];
          case "text" -> "hello, world, this is no map".getBytes(StandardCharsets.UTF_8);
          case "binary" -> new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0};
          case "html" -> xml("<html><body>404</body></html>");
          case "noroads" ->
              xml(
                  "<osm><node id='1' lat='41' lon='69'/><node id='2' lat='41.1' lon='69'/>"
                      + "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='waterway' v='river'/></way></osm>");
          case "nonodes" ->
              xml(
                  "<osm><way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way></osm>");
          case "cutxml" -> Arrays.copyOf(Files.readAllBytes(good), 5000);
          case "badlat" -> xml("<osm>\n<node id='1' lat='91.5' lon='69'/></osm>");
          case "noid" -> xml("<osm><node lat='41' lon='69'/></osm>");
          case "cutgz" -> Arrays.copyOf(gzip(Files.readAllBytes(good)), 3000);
          case "emptygz" -> gzip(new byte[0]);
          case "cutpbf" -> Arrays.copyOf(pbf, pbf.length - 100);
          case "flippedpbf" -> {
            byte[] flipped = pbf.clone();
            int place = OsmFiles.startOfBlock(pbf, 2) + 60;
            for (int i = 0; i < 40; i++) {
              flipped[place + i] ^= 0x55;
            }
            yield flipped;
          }
          case "headerlesspbf" ->
              Arrays.copyOfRange(pbf, OsmFiles.startOfBlock(pbf, 2), pbf.length);
          case "historypbf" -> OsmFiles.header("HistoricalInformation");
          default -> null;
        };
    Path file = folder.resolve("broken.osm");
    if (bytes != null) {
      return Files.write(file, bytes);
    }
    return fault.equals("folder") ? Files.createDirectories(file) : file;
  }

  private static byte[] xml(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static List<String> namesIn(Path cache) throws IOException {
    try (var entries = Files.list(cache)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
