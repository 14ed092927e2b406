package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.assignments.Report;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;

/// Steps are skipped, entered late and entered twice; the record keeps when they happened and when
/// they were written.
class S04_LateEntryTest {
  @Test
  void aSkippedStepIsEnteredLater() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.pass(300);
      desk.step(sent, Step.ON_SCENE);
      desk.pass(60);
      Instant when = desk.now().minusSeconds(240);
      Assignment now = desk.step(sent, Step.EN_ROUTE, when);
      assertThat(now.step()).isEqualTo(Step.ON_SCENE);
      assertThat(now.stamps())
          .extracting(stamp -> stamp.step().word() + (stamp.late() ? " late" : ""))
          .containsExactly("dispatched", "en-route late", "on-scene");
      Assignment.Stamp late = now.stamps().get(1);
      assertThat(late.at()).isEqualTo(when);
      assertThat(late.recordedAt()).isEqualTo(desk.now());
      assertThat(late.by()).isEqualTo("Nodira, desk 1");
    }
  }

  @Test
  void aMissedArrivalIsEnteredAfterTheEnd() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.pass(600);
      desk.step(sent, Step.CLEARED);
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending | !pending-again");
      desk.pass(60);
      Instant arrived = desk.now().minusSeconds(500);
      desk.step(sent, Step.ON_SCENE, arrived);
      assertThat(desk.line(incident)).isEqualTo("on-scene | medical on-scene");
      IncidentSummary summary = desk.incident(incident);
      assertThat(summary.stateSince()).isEqualTo(arrived);
    }
  }

  @Test
  void timesThatContradictEachOtherAreRefused() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.pass(300);
      desk.step(sent, Step.ON_SCENE);
      assertThatThrownBy(() -> desk.step(sent, Step.EN_ROUTE, desk.now().plusSeconds(120)))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.rule()).startsWith("not after on-scene"));
      assertThatThrownBy(() -> desk.step(sent, Step.CLEARED, desk.now().minusSeconds(3600)))
          .isInstanceOf(Refused.class);
      assertThatThrownBy(() -> desk.step(sent, Step.CLEARED, desk.now().plus(Duration.ofDays(365))))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("at"));
    }
  }

  @Test
  void aClockThatIsALittleWrongIsNoReasonToRefuse() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      Instant dispatched = desk.now();
      Assignment now = desk.step(sent, Step.ACKNOWLEDGED, dispatched.minusSeconds(20));
      assertThat(now.stamps()).allSatisfy(s -> assertThat(s.at()).isEqualTo(dispatched));
      Invariants.check(desk);
    }
  }

  @Test
  void goingBackNeedsATime() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.step(sent, Step.ON_SCENE);
      assertRule(() -> desk.step(sent, Step.EN_ROUTE), "step-backwards");
      assertRule(() -> desk.step(sent, Step.DISPATCHED), "step-already-stamped");
      assertThat(desk.step(sent, Step.ON_SCENE).stamps()).hasSize(2);
      desk.step(sent, Step.CLEARED);
      assertRule(() -> desk.step(sent, Step.CANCELLED), "assignment-ended");
      assertRule(() -> desk.step(sent, Step.TRANSPORTING), "assignment-ended");
    }
  }

  @Test
  void aNoteWithAStepIsOnTheTimeline() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId sent = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.command
          .assignments()
          .report(
              TestDesk.NODIRA,
              sent,
              new Report(Step.TRANSPORTING, null, null, "City hospital 1", "two patients"));
      var whole = desk.command.details().get(incident);
      assertThat(whole.assignments().getFirst().destination()).isEqualTo("City hospital 1");
      assertThat(whole.timeline().getLast().text()).isEqualTo("A1 transporting: two patients");
      assertThat(desk.command.journal().after(0, 100).getLast().text())
          .isEqualTo("A1 transporting");
    }
  }

  static void assertRule(Runnable work, String rule) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
