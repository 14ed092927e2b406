package uz.chorsu.command.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.model.ChorsuException;
import uz.chorsu.model.Refused;

class CityPlanTest {
  private static final CityPlan PLAN = CityPlan.defaults();

  @Test
  void theDefaultPlanKnowsTheCodesOfEveryCity() {
    assertThat(PLAN.incidentTypes().stream().map(IncidentType::code))
        .containsExactly("FIRE", "MEDICAL", "POLICE", "GAS", "TRAFFIC", "HAZARD", "UNKNOWN");
    for (String code : List.of("FIRE", "MEDICAL", "POLICE")) {
      assertThat(PLAN.findType(code).orElseThrow().subtypes()).hasSizeGreaterThanOrEqualTo(10);
    }
    assertThat(PLAN.alertPorts()).as("nothing goes out by itself").isEmpty();
  }

  @Test
  void aHigherAlarmNeverAsksForLess() {
    for (IncidentType type : PLAN.incidentTypes()) {
      type.subtypes()
          .forEach(subtype -> assertRising(type.code() + "/" + subtype.code(), subtype.response()));
      assertRising(type.code(), type.response());
    }
  }

  private static void assertRising(String name, IncidentType.Response response) {
    for (int level = 2; level <= 5; level++) {
      for (Need lower : response.planAt(level - 1).needs()) {
        assertThat(response.planAt(level).needs())
            .as("%s at alarm level %d keeps %s", name, level, lower)
            .anyMatch(higher ->
                higher.requirement().equals(lower.requirement())
                    && higher.count() >= lower.count());
      }
    }
  }

  @Test
  void aRoadAccidentWithTrappedPeopleBringsThreeAgencies() {
    IncidentType.Response response = PLAN.response("TRAFFIC", "accident-trapped");
    assertThat(response.priority()).isEqualTo(1);
    assertThat(response.agenciesAt(1)).containsExactly("fire", "medical", "traffic");
    assertThat(response.planAt(1).needs().stream().map(Need::requirement))
        .containsExactly("rescue", "engine", "ambulance", "ventilator", "traffic-patrol");
  }

  @Test
  void aSubtypeInheritsWhatItDoesNotSay() {
    IncidentType.Response type = PLAN.response("FIRE", null);
    IncidentType.Response balcony = PLAN.response("FIRE", "balcony-fire");
    assertThat(balcony.priority()).isEqualTo(type.priority());
    assertThat(balcony.questions()).isEqualTo(type.questions());
    assertThat(balcony.checklist()).isEqualTo(type.checklist());
    assertThat(balcony.crewCheckSeconds()).containsEntry("fire", 1200);
    assertThat(PLAN.response("POLICE", "police-stop").crewCheckSeconds())
        .containsEntry("police", 300);
    IncidentType.Response vehicle = PLAN.response("FIRE", "vehicle-fire");
    assertThat(vehicle.questions()).hasSize(type.questions().size() + 1);
  }

  @Test
  void thePlanOfTheHighestLevelBelowIsUsed() {
    IncidentType.Response grass = PLAN.response("FIRE", "grass-fire");
    assertThat(grass.planAt(5)).isEqualTo(grass.planAt(2)).isNotEqualTo(grass.planAt(1));
  }

  @Test
  void unknownCodesAreRefusedByName() {
    assertThatThrownBy(() -> PLAN.response("FLOOD", null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("typeCode"));
    assertThatThrownBy(() -> PLAN.response("FIRE", "flood"))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("subtypeCode"));
  }

  @Test
  void theTargetOfAnAgencyComesBeforeTheOneForAll() {
    assertThat(PLAN.findTarget("dispatchToFirstEnRoute", "fire").orElseThrow().seconds())
        .isEqualTo(80);
    assertThat(PLAN.findTarget("dispatchToFirstEnRoute", "medical").orElseThrow().seconds())
        .isEqualTo(60);
    assertThat(PLAN.findTarget("dispatchToFirstEnRoute", "gas")).isEmpty();
    assertThat(PLAN.findTarget("receivedToFirstDispatch", "gas").orElseThrow().seconds())
        .isEqualTo(60);
  }

  @Test
  void everyMistakeIsListedAtOnceWithItsLine() {
    String broken =
        defaultText()
            .replace("timeZone: Asia/Tashkent", "timeZone: Asia/Chorsu\ncolour: blue")
            .replace("{ code: tanker, agency: fire,", "{ code: tanker, agency: navy,")
            .replace("{ kind: gas-crew, count: 2 }", "{ kind: gas-crew, count: 0 }")
            .replace("freshGpsSeconds: 120", "freshGpsSeconds: soon");
    UnusablePlan refused = refused(broken);
    assertThat(refused.problems().stream().map(PlanProblem::toString))
        .anyMatch(p -> p.matches("line 9: timeZone must be a time zone .*, not \"Asia/Chorsu\""))
        .anyMatch(p -> p.matches("line 10: colour must be one of .*, not \"colour\""))
        .anyMatch(p -> p.matches("line \\d+: unitKinds\\[3].agency must be .*, not \"navy\""))
        .anyMatch(
            p -> p.matches("line \\d+: incidentTypes\\[3].plans.*count must be .*, not \"0\""))
        .anyMatch(p -> p.matches("line \\d+: limits.freshGpsSeconds must be .*, not \"soon\""));
    assertThat(refused).hasMessageContaining("colour").hasMessageContaining("navy");
  }

  @Test
  void aPortForMqttNeedsATopicAndPasswordsStayOutOfAddresses() {
    String ports =
        """
        alertPorts:
          - { name: bell, url: "mqtt://10.0.0.1" }
          - { name: printer, url: "http://me:secret@10.0.0.2/" }
          - { name: gateway, url: "ftp://10.0.0.3/" }
          - { name: gateway, url: "https://10.0.0.3/", agencies: [fire], timeoutSeconds: 3 }
        """;
    UnusablePlan refused = refused(defaultText().replace("alertPorts: []\n", ports));
    assertThat(refused.problems().stream().map(PlanProblem::field))
        .contains(
            "alertPorts[0].topic", "alertPorts[1].url", "alertPorts[2].url", "alertPorts[3].name");
  }

  @Test
  void aMissingTypeIsNamed() {
    UnusablePlan refused = refused(defaultText().replace("- code: HAZARD", "- code: DANGER"));
    assertThat(refused).hasMessageContaining("missing are HAZARD");
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("city-plan.yaml");
    Files.writeString(file, "timeZone: UTC\nagencies: [ {\n");
    assertThatThrownBy(() -> CityPlan.read(file)).hasMessageContaining("line 3");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x20, (byte) 0xc3});
    assertThatThrownBy(() -> CityPlan.read(file)).isInstanceOf(UnusablePlan.class);
    Files.writeString(file, "");
    assertThatThrownBy(() -> CityPlan.read(file)).isInstanceOf(UnusablePlan.class);
    assertThat(CityPlan.readOrDefault(folder.resolve("none.yaml"))).isEqualTo(PLAN);
  }

  @Test
  void aDamagedPlanIsNeverTakenAndNeverCrashesTheReader() {
    long seed = 20260101;
    Random random = new Random(seed);
    String[] lines = defaultText().split("\n", -1);
    int taken = 0;
    for (int round = 0; round < 300; round++) {
      String[] damaged = lines.clone();
      for (int i = 0; i < 3; i++) {
        int at = random.nextInt(damaged.length);
        String line = damaged[at];
        damaged[at] =
            switch (random.nextInt(4)) {
              case 0 -> "";
              case 1 -> line.substring(0, random.nextInt(line.length() + 1));
              case 2 -> line + " ]}:";
              default -> line.replace(':', ' ');
            };
      }
      try {
        assertThat(PlanFile.read("damaged", String.join("\n", damaged)).incidentTypes())
            .isNotEmpty();
        taken++;
      } catch (ChorsuException e) {
        assertThat(e).as("seed %d, round %d", seed, round).isInstanceOf(UnusablePlan.class);
      }
    }
    assertThat(taken).as("most damage is noticed").isLessThan(150);
  }

  private static UnusablePlan refused(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(UnusablePlan.class, () -> PlanFile.read("of the test", text)));
  }

  private static String defaultText() {
    try (InputStream in = CityPlan.class.getResourceAsStream("city-plan.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
