package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// The plain case: one call, one ambulance, all steps, closed.
class S01_OneCallOneAmbulanceTest {
  @Test
  void fromTheCallToTheEnd() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a12 = desk.unit("A12", "ambulance");
      IncidentId incident = desk.call("MEDICAL");
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending");
      assertThat(desk.incident(incident).number()).isEqualTo("2026-000001");

      desk.pass(40);
      AssignmentId sent = desk.sent(incident, a12);
      assertThat(desk.line(incident)).isEqualTo("dispatched | medical dispatched | A12 dispatched");
      assertThat(desk.unit(a12).status()).isEqualTo(UnitStatus.ON_ASSIGNMENT);

      for (Step step :
          new Step[] {
            Step.ACKNOWLEDGED,
            Step.EN_ROUTE,
            Step.ON_SCENE,
            Step.AT_PATIENT,
            Step.TRANSPORTING,
            Step.AT_DESTINATION
          }) {
        desk.pass(60);
        Assignment now = desk.step(sent, step);
        assertThat(now.step()).isEqualTo(step);
      }
      assertThat(desk.line(incident)).isEqualTo("on-scene | medical on-scene | A12 at-destination");

      desk.pass(600);
      Assignment ended = desk.step(sent, Step.CLEARED);
      assertThat(ended.open()).isFalse();
      assertThat(ended.stamps()).hasSize(8);
      assertThat(desk.line(incident)).isEqualTo("on-scene | medical on-scene");
      assertThat(desk.unit(a12).status()).isEqualTo(UnitStatus.AVAILABLE_MOBILE);

      IncidentSummary closed = desk.close(incident);
      assertThat(closed.outcome()).isEqualTo("closed");
      assertThat(Duration.between(closed.receivedAt(), closed.firstDispatchedAt())).hasSeconds(40);
      assertThat(desk.kinds(0))
          .containsExactly(
              "unit-added",
              "call-taken",
              "dispatched",
              "step",
              "step",
              "step",
              "step",
              "step",
              "step",
              "step",
              "closed");
    }
  }
}
