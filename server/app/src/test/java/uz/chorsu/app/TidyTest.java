package uz.chorsu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Taste that a program can check, on the sources of all rooms.
class TidyTest {
  private static final int LONGEST_FILE = 400;
  private static final int MOST_FILES_IN_A_PACKAGE = 15;

  /// Longer files, each with its reason.
  private static final Map<String, String> LONG_FILES = Map.of();

  /// Fuller packages, each with its reason.
  private static final Map<String, String> FULL_PACKAGES =
      Map.ofEntries(
          Map.entry(
              "uz/chorsu/database",
              "one flat package: the supervisor's small parts are of no use to anybody else"),
          Map.entry("uz/chorsu/app", "the programs, parts and settings that the entry wires"),
          Map.entry("uz/chorsu/model", "the words, one file each"),
          Map.entry("uz/chorsu/roads", "the public face alone is more than ten types"),
          Map.entry("uz/chorsu/api/http", "what every request goes through, one step a file"),
          Map.entry("uz/chorsu/api/routes", "one file for each noun of the API"),
          Map.entry("uz/chorsu/bench", "one flat package: nothing in it is of use elsewhere"),
          Map.entry("uz/chorsu/command/incidents", "records of the incident, one file each"),
          Map.entry("uz/chorsu/command/units", "records of the fleet, one file each"),
          Map.entry("uz/chorsu/sim/city", "the steps of drawing a city, one file each"));

  private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

  @Test
  void filesAreShort() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    for (Path file : House.sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LONGEST_FILE && !LONG_FILES.containsKey(nameOf(file))) {
        found.put(nameOf(file), lines);
      }
    }
    assertThat(found).as("files of more than %d lines", LONGEST_FILE).isEmpty();
  }

  @Test
  void packagesAreSmall() {
    Map<String, Integer> files = new TreeMap<>();
    for (Path file : House.sources()) {
      String name = nameOf(file);
      if (file.toString().contains("/src/main/") && !name.endsWith("package-info.java")) {
        files.merge(name.substring(0, name.lastIndexOf('/')), 1, Integer::sum);
      }
    }
    files.keySet().removeAll(FULL_PACKAGES.keySet());
    files.values().removeIf(count -> count <= MOST_FILES_IN_A_PACKAGE);
    assertThat(files).as("packages of more than %d files", MOST_FILES_IN_A_PACKAGE).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(linesWith(LATER)).isEmpty();
  }

  @Test
  void aSuppressedWarningHasAReason() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path file : House.sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().startsWith("@SuppressWarnings") && !hasReason(lines, i)) {
          bare.add(nameOf(file) + ":" + (i + 1));
        }
      }
    }
    assertThat(bare).as("@SuppressWarnings without a comment").isEmpty();
  }

  private static boolean hasReason(List<String> lines, int line) {
    // A reason given once in the file holds for the same warning further down.
    for (int i = 0; i <= line; i++) {
      if (lines.get(i).strip().equals(lines.get(line).strip())
          && (lines.get(i).contains("//")
              || (i > 0 && lines.get(i - 1).strip().startsWith("//")))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> linesWith(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : House.sources()) {
      if (file.endsWith("TidyTest.java")) {
        continue;
      }
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          found.add(nameOf(file) + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  /// Such as `uz/chorsu/model/GeoPoint.java`.
  private static String nameOf(Path file) {
    String text = file.toString();
    return text.substring(text.indexOf("/java/") + "/java/".length());
  }
}
