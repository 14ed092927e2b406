package uz.chorsu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.GeoBox;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;

/// The big invented city of the benchmarks, with its road network opened a second time, beside
/// Chorsu's own, for places on roads and for routing the usual way.
final class Town implements AutoCloseable {
  private final Roads roads;
  private final Random random;

  private Town(Roads roads, Random random) {
    this.roads = roads;
    this.random = random;
  }

  /// Writes the city as OpenStreetMap data, once for each size.
  static Path file(Path folder, int radiusKm) throws IOException, InterruptedException {
    Path file = folder.resolve("town-" + radiusKm + "km.osm.pbf");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(folder);
    Process child =
        new ProcessBuilder(
                Chorsu.home().resolve("chorsu").toString(),
                "generate-city",
                "--seed",
                "1",
                "--radius-km",
                String.valueOf(radiusKm),
                "--out",
                file.toString())
            .inheritIO()
            .start();
    if (!child.waitFor(5, TimeUnit.MINUTES) || child.exitValue() != 0) {
      throw new IOException("the city was not written");
    }
    return file;
  }

  /// Opens the network that a Chorsu has imported.
  ///
  /// @param data its data folder
  static Town open(Path data, Random random) throws IOException {
    try (Stream<Path> files = Files.walk(data, 5)) {
      Path city =
          files
              .filter(file -> file.endsWith("city.json"))
              .map(Path::getParent)
              .findFirst()
              .orElseThrow(() -> new IOException("no imported city under " + data));
      return new Town(Roads.open(city), random);
    }
  }

  Roads roads() {
    return roads;
  }

  /// A random place on a road.
  GeoPoint place() {
    GeoBox box = roads.city().bounds();
    while (true) {
      GeoPoint at =
          new GeoPoint(
              box.minLat() + random.nextDouble() * (box.maxLat() - box.minLat()),
              box.minLon() + random.nextDouble() * (box.maxLon() - box.minLon()));
      if (roads.snap(at) instanceof Snap.OnRoad on && on.distanceMetres() < 150) {
        return at;
      }
    }
  }

  /// A random point of a road itself.
  GeoPoint roadPoint() {
    return roads.snap(place()) instanceof Snap.OnRoad on ? on.roadPoint() : roadPoint();
  }

  @Override
  public void close() {
    roads.close();
  }
}
