package uz.chorsu.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// House rules that hold in every room.
class HouseRulesTest {
  /// Classes that may ask the machine what time it is, and why.
  private static final Set<String> MAY_READ_THE_CLOCK = Set.of();

  @Test
  void timeIsADependency() {
    noClasses()
        .that()
        .resideInAPackage("uz.chorsu..")
        .and(
            DescribedPredicate.describe(
                "are not named places",
                (JavaClass one) -> !MAY_READ_THE_CLOCK.contains(one.getFullName())))
        .should()
        .callMethodWhere(readsTheClock())
        .because("time comes through java.time.InstantSource")
        .check(House.classes());
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the machine's clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          return (owner.startsWith("java.time.") && name.equals("now"))
              || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
        });
  }

  @Test
  void noDatesOfTheOldKind() {
    noClasses()
        .that()
        .resideInAPackage("uz.chorsu..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Calendar")
        .check(House.classes());
  }

  @Test
  void everyPackageSaysWhereNullMayBe() {
    Set<String> unmarked =
        House.classes().stream()
            .map(JavaClass::getPackage)
            .filter(one -> one.getName().startsWith("uz.chorsu"))
            .filter(one -> !one.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .that()
        .resideInAPackage("uz.chorsu..")
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .resideInAnyPackage(
            "..util..", "..common..", "..core..", "..manager..", "..helper..", "..impl..")
        .check(House.classes());
  }

  @Test
  void onlyProgramsEndTheJvm() {
    noClasses()
        .that()
        .resideInAPackage("uz.chorsu..")
        .and(
            DescribedPredicate.describe(
                "have no main method",
                (JavaClass one) -> one.tryGetMethod("main", String[].class).isEmpty()))
        .should()
        .callMethodWhere(target(owner(assignableTo(System.class))).and(target(name("exit"))))
        .check(House.classes());
  }

  /// Methods with more, and why: each writes one row, a column for each parameter.
  private static final Set<String> WRITE_ONE_ROW =
      Set.of(
          "uz.chorsu.command.incidents.Incidents.insert",
          "uz.chorsu.command.incidents.Parts.insert");

  @Test
  void sixParametersAreEnough() {
    Set<String> many =
        House.classes().stream()
            .filter(one -> one.getPackageName().startsWith("uz.chorsu"))
            .flatMap(one -> one.getMethods().stream())
            .filter(method -> method.getRawParameterTypes().size() > 6)
            // Lambdas get what they capture as parameters, from the compiler.
            .filter(method -> !method.getName().startsWith("lambda$"))
            .filter(method ->
                !WRITE_ONE_ROW.contains(method.getOwner().getName() + "." + method.getName()))
            .map(method -> method.getFullName())
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(many).as("methods with more than six parameters").isEmpty();
  }
}
