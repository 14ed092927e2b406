package uz.chorsu.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import in a process of its own, killed (SIGKILL) at random moments: afterwards there is
/// either no city or a whole one, and the next import works.
class KilledImportTest {
  @TempDir Path folder;

  /// What the process that gets killed runs.
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      new CityImport(Path.of(args[1]))
          .importFile(Path.of(args[0]), (step, share) -> System.out.println(step));
    }
  }

  @Test
  void a01NothingOrEverything() throws Exception {
    var random = new Random(9);
    Path file = CityFixture.grid(9, 40, 40).write(folder.resolve("grid.osm"));
    Path cache = folder.resolve("cities");
    for (int kill = 0; kill < 3; kill++) {
      importAndKill(file, cache, random.nextInt(1, 900));
      var city = new CityImport(cache).findImported(file);
      if (city.isPresent()) {
        Roads.open(city.get()).close();
        CityFolder.deleteTree(city.get());
      }
    }
    Path city = new CityImport(cache).importFile(file, ImportProgress.NONE);
    Roads.open(city).close();
    try (var entries = Files.list(cache)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()).toList())
          .containsExactlyInAnyOrder(".lock", city.getFileName().toString());
    }
  }

  /// @param afterMillis counted from the child's first word, so that starting Java does not count
  private static void importAndKill(Path file, Path cache, int afterMillis)
      throws IOException, InterruptedException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            file.toString(),
            cache.toString());
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var words = child.inputReader()) {
      assertThat(words.readLine()).isNotNull();
      child.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    } finally {
      child.destroyForcibly();
      child.waitFor();
    }
  }
}
