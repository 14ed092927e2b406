package uz.chorsu.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.CityImport;

/// Which city Chorsu works in: the file given with `--city`, otherwise the one in use before,
/// otherwise a generated one. A file that cannot be used is refused and changes nothing.
final class CityInUse {
  private static final Logger log = LoggerFactory.getLogger(CityInUse.class);
  private static final int GENERATOR_HEAP_MIB = 512;
  private static final String GENERATED = "generated";

  private final DataDirectory data;
  private final Programs programs;
  private final PrintStream progress;

  /// What is remembered between two runs.
  ///
  /// @param folder made by the import, name inside `cities/`
  /// @param origin `generated` and the seed, or `file`
  private record Remembered(String folder, String origin) {}

  /// A city that is ready to open.
  ///
  /// @param folder holds network, search index and, once made, the base map
  /// @param source the OpenStreetMap file it was made from
  record Chosen(Path folder, Path source) {
    Path baseMap() {
      return folder.resolve("basemap.pmtiles");
    }
  }

  CityInUse(DataDirectory data, Programs programs, PrintStream progress) {
    this.data = data;
    this.programs = programs;
    this.progress = progress;
  }

  /// @param file as given with `--city`
  /// @param seed as given with `--seed`; a generated city of another seed is another city
  /// @throws Refused saying what is wrong with the file
  Chosen choose(Optional<Path> file, Optional<Long> seed) {
    Optional<Remembered> before = remembered();
    if (file.isPresent()) {
      return take(file.get(), "file");
    }
    if (before.isPresent() && fits(before.get(), seed)) {
      Optional<Chosen> known = open(before.get());
      if (known.isPresent()) {
        return known.get();
      }
      log.warn("The city in use was imported by another version and is imported again");
      Path source = data.cities().resolve(before.get().folder() + ".source");
      if (Files.exists(source)) {
        return take(source, before.get().origin());
      }
      if (!before.get().origin().startsWith(GENERATED)) {
        throw new Conflict(
            "city-gone",
            "The city in use has to be imported again, but " + source + " is gone. Give --city.");
      }
    }
    return generate(seed.orElse(1L));
  }

  private static boolean fits(Remembered before, Optional<Long> seed) {
    return seed.isEmpty()
        || !before.origin().startsWith(GENERATED)
        || before.origin().equals(GENERATED + " " + seed.get());
  }

  private Optional<Chosen> open(Remembered before) {
    Path folder = data.cities().resolve(before.folder());
    Path city = folder.resolve("city.json");
    String version = "\"formatVersion\":" + CityImport.FORMAT_VERSION;
    try {
      if (Files.exists(city) && Files.readString(city).replace(" ", "").contains(version)) {
        Path source = data.cities().resolve(before.folder() + ".source");
        return Optional.of(new Chosen(folder, source));
      }
    } catch (IOException e) {
      log.warn("The city in use cannot be read: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private Chosen generate(long seed) {
    try {
      Files.createDirectories(data.cities());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = data.cities().resolve("generated-" + seed + ".osm.pbf");
    ProgressLine line = new ProgressLine(progress, "Generating the city");
    line.at("Streets, houses, stations", 0);
    Child child =
        Child.start(
            "generate-city",
            programs.java(
                "sim",
                "uz.chorsu.sim.Sim",
                GENERATOR_HEAP_MIB,
                List.of("generate-city", "--seed", Long.toString(seed), "--out", file.toString())),
            programs.home(),
            text -> log.debug("{}", text));
    int value = child.await();
    if (value != 0) {
      throw new Conflict(
          "no-city",
          "The city cannot be generated (exit value " + value + "): " + child.lastWords());
    }
    line.at("Done", 1);
    Chosen chosen = take(file, GENERATED + " " + seed);
    delete(file);
    return chosen;
  }

  private Chosen take(Path file, String origin) {
    if (!Files.isRegularFile(file)) {
      throw new Refused("--city", "an OpenStreetMap file that exists", file.toString());
    }
    CityImport imports = new CityImport(data.cities());
    ProgressLine line = new ProgressLine(progress, "Importing the city");
    Path folder = imports.findImported(file).orElseGet(() -> imports.importFile(file, line::at));
    Path source = keepSource(file, folder);
    remember(new Remembered(folder.getFileName().toString(), origin));
    return new Chosen(folder, source);
  }

  /// A copy stays in the data directory: a later version may have to import it again, when the file
  /// that was given is long gone.
  private Path keepSource(Path file, Path folder) {
    Path source = data.cities().resolve(folder.getFileName() + ".source");
    if (Files.exists(source)) {
      return source;
    }
    Path half = source.resolveSibling(folder.getFileName() + ".source.unfinished");
    try {
      Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    move(half, source);
    return source;
  }

  private Optional<Remembered> remembered() {
    if (!Files.exists(data.cityInUse())) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(data.cityInUse())) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(
        new Remembered(
            properties.getProperty("folder", ""), properties.getProperty("origin", "file")));
  }

  private void remember(Remembered city) {
    Properties properties = new Properties();
    properties.setProperty("folder", city.folder());
    properties.setProperty("origin", city.origin());
    Path fresh = data.cityInUse().resolveSibling("city-in-use.new");
    try (var out = Files.newBufferedWriter(fresh)) {
      properties.store(
          out, "The city that Chorsu works in. Change it with ./chorsu run --city FILE.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    move(fresh, data.cityInUse());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("The generated file stays behind: {}", e.getMessage());
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
