package uz.chorsu.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which room may import which. Arrows never point back.
class RoomsTest {
  private static final Map<String, List<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.of(
              "model", List.of(),
              "database", List.of("model"),
              "roads", List.of("model"),
              "tiles", List.of("model"),
              "command", List.of("model", "database", "roads"),
              "api", List.of("model", "database", "roads", "command"),
              "app", List.of("model", "database", "roads", "command", "api"),
              "sim", List.of("model"),
              // The second search that the answers are checked against: decision 0080.
              "bench", List.of("model", "roads")));

  @Test
  void everyRoomIsInTheTable() {
    assertThat(House.rooms()).containsExactlyElementsOf(MAY_IMPORT.keySet());
    for (String room : MAY_IMPORT.keySet()) {
      assertThat(House.classes().that(resideInAPackage("uz.chorsu." + room + "..")))
          .as("classes of room " + room)
          .isNotEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> aRoomImportsOnlyWhatTheTableSays() {
    return MAY_IMPORT.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(), () -> checkImports(entry.getKey(), entry.getValue())));
  }

  private static void checkImports(String room, List<String> mayImport) {
    String[] allowed =
        Stream.concat(Stream.of(room), mayImport.stream())
            .map(name -> "uz.chorsu." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("uz.chorsu." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("uz.chorsu..").and(not(resideInAnyPackage(allowed))))
        .because("room " + room + " may import only " + mayImport)
        .check(House.classes());
  }

  @Test
  void everyClassLivesInARoom() {
    String[] rooms =
        MAY_IMPORT.keySet().stream().map(room -> "uz.chorsu." + room + "..").toArray(String[]::new);
    // Four types of a library that planetiler names but that no registry carries.
    classes()
        .that(not(resideInAPackage("org.geotools..")).and(not(resideInAPackage("org.opengis.."))))
        .and(not(resideInAPackage("org.geotools.api..")))
        .should()
        .resideInAnyPackage(rooms)
        .check(House.classes());
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("uz.chorsu.(*)..").should().beFreeOfCycles().check(House.classes());
  }

  @Test
  void theWordsNeedNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("uz.chorsu.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "uz.chorsu.model..")
        .check(House.classes());
  }
}
