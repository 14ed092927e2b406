package uz.chorsu.roads;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uz.chorsu.model.GeoPoint;

/// How a city folder is laid out: `network/` (GraphHopper), `search/` (Lucene), `landmarks.json`
/// and `city.json`, which is written last.
record CityFolder(Path path) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /// What the map names that is kept outside the search index.
  record Landmarks(List<Landmark> landmarks, List<GeoPoint> hydrants) {}

  Path network() {
    return path.resolve("network");
  }

  Path search() {
    return path.resolve("search");
  }

  private Path cityFile() {
    return path.resolve("city.json");
  }

  private Path landmarksFile() {
    return path.resolve("landmarks.json");
  }

  void write(City city, Landmarks landmarks) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(landmarksFile().toFile(), landmarks);
      JSON.writerWithDefaultPrettyPrinter().writeValue(cityFile().toFile(), city);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  City city() {
    try {
      return JSON.readValue(cityFile().toFile(), City.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Not a city folder: " + path, e);
    }
  }

  Landmarks landmarks() {
    try {
      return JSON.readValue(landmarksFile().toFile(), Landmarks.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Not a city folder: " + path, e);
    }
  }

  /// The city if the folder is whole and of the present format.
  Optional<City> find() {
    if (!Files.isRegularFile(cityFile())) {
      return Optional.empty();
    }
    try {
      City city = city();
      return city.formatVersion() == CityImport.FORMAT_VERSION
          ? Optional.of(city)
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /// Makes everything below survive a loss of power.
  void force() {
    try (var files = Files.walk(path)) {
      for (Path file : files.toList()) {
        forceOne(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Works for folders too on the systems that Chorsu runs on.
  static void forceOne(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
