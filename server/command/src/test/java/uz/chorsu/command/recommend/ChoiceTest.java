package uz.chorsu.command.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.chorsu.command.recommend.TestFleet.away;
import static uz.chorsu.command.recommend.TestFleet.need;
import static uz.chorsu.command.recommend.TestFleet.skilled;
import static uz.chorsu.command.recommend.TestFleet.unit;
import static uz.chorsu.command.recommend.TestFleet.withCrew;
import static uz.chorsu.command.recommend.TestFleet.withSkills;
import static uz.chorsu.command.recommend.TestFleet.withStatus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.units.UnitStatus;

class ChoiceTest {
  @Test
  void a01_theNearestOfEachKindGo() {
    Choice choice =
        choose(
            List.of(need("engine", 2), need("ladder", 1)),
            away(unit("E3", "engine"), 300),
            away(unit("E1", "engine"), 100),
            away(unit("L1", "ladder"), 900),
            away(unit("E2", "engine"), 200));
    assertThat(shown(choice)).isEqualTo("engine: E1 E2 | ladder: L1");
  }

  @Test
  void a02_aUnitThatFitsTwoNeedsGoesWhereItSavesMost() {
    // A1 is nearest for both. As plain ambulance it saves 10 s, as ventilator 500 s.
    Choice choice =
        choose(
            List.of(need("ambulance", 1), skilled("ambulance", "medical", "ventilator", 1)),
            away(withSkills(unit("A1", "ambulance"), "ventilator"), 100),
            away(unit("A2", "ambulance"), 110),
            away(withSkills(unit("A3", "ambulance"), "ventilator"), 600));
    assertThat(shown(choice)).isEqualTo("ambulance: A2 | ambulance+ventilator: A1");
  }

  @Test
  void a03_nobodyStaysMissingForASmallerSum() {
    // Sending A1 as plain ambulance would be quickest, but nobody else has a ventilator.
    Choice choice =
        choose(
            List.of(need("ambulance", 1), skilled("ambulance", "medical", "ventilator", 1)),
            away(withSkills(unit("A1", "ambulance"), "ventilator"), 10),
            away(unit("A2", "ambulance"), 3000));
    assertThat(shown(choice)).isEqualTo("ambulance: A2 | ambulance+ventilator: A1");
  }

  @Test
  void a04_aCrewGoesOnlyOnceWithTheVehicleThatSuits() {
    Choice choice =
        choose(
            List.of(need("engine", 1), need("rescue", 1)),
            away(withCrew(unit("E1", "engine"), "first"), 60),
            away(withCrew(unit("R1", "rescue"), "first"), 60),
            away(unit("E2", "engine"), 90));
    assertThat(shown(choice)).isEqualTo("engine: E2 | rescue: R1");
  }

  @Test
  void a05_whoIsThereAlreadyCountsWhereItHelpsMost() {
    // The assigned ambulance has a ventilator, which is what is hard to find.
    Choice choice =
        Choice.of(
            List.of(need("ambulance", 1), skilled("ambulance", "medical", "ventilator", 1)),
            List.of(withSkills(unit("A9", "ambulance"), "ventilator")),
            List.of(away(unit("A2", "ambulance"), 50)));
    assertThat(shown(choice)).isEqualTo("ambulance: A2 | ambulance+ventilator:");
    assertThat(choice.covered()).containsExactly(0, 1);
    assertThat(choice.missing(0) + choice.missing(1)).isZero();
  }

  @Test
  void a06_moreThanThePlanAsksForIsNotCounted() {
    Choice choice =
        Choice.of(
            List.of(need("engine", 1)),
            List.of(unit("E1", "engine"), unit("E2", "engine"), unit("P1", "patrol")),
            List.of(away(unit("E3", "engine"), 50)));
    assertThat(shown(choice)).isEqualTo("engine:");
    assertThat(choice.missing(0)).isZero();
  }

  @Test
  void a07_aDelayedUnitGoesOnlyWhenNoOtherIsLeft() {
    Candidate delayed = away(withStatus(unit("E1", "engine"), UnitStatus.DELAYED), 10);
    Candidate prompt = away(unit("E2", "engine"), 1500);
    assertThat(shown(choose(List.of(need("engine", 1)), delayed, prompt))).isEqualTo("engine: E2");
    assertThat(shown(choose(List.of(need("engine", 2)), delayed, prompt)))
        .isEqualTo("engine: E2 E1");
  }

  @Test
  void a08_amongEqualsTheCallSignDecides() {
    Choice choice =
        choose(
            List.of(need("engine", 1)),
            away(unit("E2", "engine"), 60),
            away(unit("E1", "engine"), 60));
    assertThat(shown(choice)).isEqualTo("engine: E1");
  }

  @Test
  void a09_anEmptyPlanAndAnEmptyFleetAreNoTrouble() {
    assertThat(shown(choose(List.of()))).isEmpty();
    Choice choice = choose(List.of(need("engine", 2)));
    assertThat(choice.missing(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void isAsGoodAsTheBestOfAllWays(long seed) {
    Random random = new Random(seed);
    List<Need> all =
        List.of(
            need("ambulance", 1),
            skilled("ambulance", "medical", "ventilator", 1),
            skilled(null, "medical", "doctor", 1),
            need("engine", 2),
            skilled(null, "fire", "extrication", 1));
    for (int round = 0; round < 150; round++) {
      List<Need> needs = all.stream().filter(n -> random.nextInt(3) > 0).toList();
      List<Candidate> free = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        free.add(randomCandidate("U" + i, random));
      }
      List<FleetUnit> assigned = new ArrayList<>();
      if (random.nextBoolean()) {
        assigned.add(randomCandidate("X", random).unit());
      }
      free.sort(Candidate.ORDER);
      Choice choice = Choice.of(needs, assigned, free);
      String what = "seed %d, round %d".formatted(seed, round);
      assertSound(what, choice);
      assertThat(worth(choice)).as(what).isEqualTo(best(needs, assigned, free));
    }
  }

  private static Candidate randomCandidate(String callSign, Random random) {
    String[] kinds = {"ambulance", "intensive-care", "engine", "rescue"};
    FleetUnit unit = unit(callSign, kinds[random.nextInt(kinds.length)]);
    if (random.nextInt(3) == 0) {
      unit = withSkills(unit, "ventilator");
    }
    if (random.nextInt(3) == 0) {
      unit = withCrew(unit, "crew" + random.nextInt(2));
    }
    return away(unit, 1 + random.nextInt(30));
  }

  private static void assertSound(String what, Choice choice) {
    Set<Object> bound = new HashSet<>();
    for (int need = 0; need < choice.needs().size(); need++) {
      for (Candidate candidate : choice.chosen().get(need)) {
        assertThat(candidate.fits(choice.needs().get(need))).as(what).isTrue();
        assertThat(bound.add(candidate.binding())).as(what + ": a crew twice").isTrue();
      }
      assertThat(choice.missing(need)).as(what).isNotNegative();
    }
  }

  private static long worth(Choice choice) {
    long sum = 0;
    for (int need = 0; need < choice.needs().size(); need++) {
      sum += PlanMatching.UNFILLED * choice.missing(need);
      for (Candidate candidate : choice.chosen().get(need)) {
        sum += candidate.costMillis() + 1;
      }
    }
    return sum;
  }

  private static long best(List<Need> needs, List<FleetUnit> assigned, List<Candidate> free) {
    int[] left = needs.stream().mapToInt(Need::count).toArray();
    return best(needs, left, assigned, free, 0, new HashSet<>());
  }

  /// Tries every way for each unit: one of the needs, or none.
  private static long best(
      List<Need> needs,
      int[] left,
      List<FleetUnit> assigned,
      List<Candidate> free,
      int index,
      Set<Object> bound) {
    if (index == assigned.size() + free.size()) {
      return PlanMatching.UNFILLED * Arrays.stream(left).sum();
    }
    long best = best(needs, left, assigned, free, index + 1, bound);
    boolean isThere = index < assigned.size();
    Candidate candidate = isThere ? null : free.get(index - assigned.size());
    FleetUnit unit = candidate == null ? assigned.get(index) : candidate.unit();
    if (candidate != null && !bound.add(candidate.binding())) {
      return best;
    }
    long cost = candidate == null ? 0 : candidate.costMillis() + 1;
    for (int need = 0; need < left.length; need++) {
      if (left[need] > 0 && Candidate.fits(unit, needs.get(need))) {
        left[need]--;
        best = Math.min(best, cost + best(needs, left, assigned, free, index + 1, bound));
        left[need]++;
      }
    }
    if (candidate != null) {
      bound.remove(candidate.binding());
    }
    return best;
  }

  private static Choice choose(List<Need> needs, Candidate... free) {
    List<Candidate> sorted = new ArrayList<>(List.of(free));
    sorted.sort(Candidate.ORDER);
    return Choice.of(needs, List.of(), sorted);
  }

  private static String shown(Choice choice) {
    List<String> parts = new ArrayList<>();
    for (int need = 0; need < choice.needs().size(); need++) {
      StringBuilder part = new StringBuilder(choice.needs().get(need).requirement()).append(":");
      choice.chosen().get(need).forEach(one -> part.append(' ').append(one.unit().callSign()));
      parts.add(part.toString());
    }
    return String.join(" | ", parts);
  }
}
