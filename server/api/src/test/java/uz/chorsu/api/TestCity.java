package uz.chorsu.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import uz.chorsu.roads.CityFixture;
import uz.chorsu.roads.Roads;

/// A small city that all tests of one JVM share; it goes when the JVM ends.
final class TestCity {
  static final CityFixture FIXTURE = CityFixture.small(7);

  private TestCity() {}

  static Roads roads() {
    return Holder.ROADS;
  }

  private static final class Holder {
    static final Roads ROADS = open();

    private static Roads open() {
      try {
        Path folder = Files.createTempDirectory("chorsu-city-");
        Roads roads = FIXTURE.open(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(roads, folder)));
        return roads;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Roads roads, Path folder) {
      roads.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        System.err.println("Left behind: " + folder);
      }
    }
  }
}
