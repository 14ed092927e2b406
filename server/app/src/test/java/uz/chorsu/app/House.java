package uz.chorsu.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// All rooms, as the architecture tests see them: compiled classes and sources of every module
/// under `server/`, also of those that this one does not depend on.
final class House {
  private static final JavaClasses CLASSES = importAll();

  private House() {}

  static JavaClasses classes() {
    return CLASSES;
  }

  static Path server() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  static List<String> rooms() {
    try (Stream<Path> modules = Files.list(server())) {
      return modules
          .filter(module -> Files.exists(module.resolve("pom.xml")))
          .map(module -> module.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Java sources, main and test.
  static List<Path> sources() {
    return rooms().stream().flatMap(room -> sources(server().resolve(room))).sorted().toList();
  }

  private static Stream<Path> sources(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClasses importAll() {
    List<Path> compiled =
        rooms().stream().map(room -> server().resolve(room).resolve("target/classes")).toList();
    for (Path classes : compiled) {
      if (!Files.isDirectory(classes)) {
        throw new AssertionError("Build all rooms before this test: there is no " + classes);
      }
    }
    return new ClassFileImporter().importPaths(compiled);
  }
}
