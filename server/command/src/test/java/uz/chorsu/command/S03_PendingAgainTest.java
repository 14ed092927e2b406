package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.Order;
import uz.chorsu.command.assignments.UnitOutcome;
import uz.chorsu.command.assignments.UnitOutcome.Outcome;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// When the last unit is cancelled or taken away, the incident is pending again, loudly.
class S03_PendingAgainTest {
  @Test
  void theLastUnitIsCancelled() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      UnitId a2 = desk.unit("A2", "ambulance");
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId first = desk.sent(incident, a1);
      AssignmentId second = desk.sent(incident, a2);
      desk.step(first, Step.EN_ROUTE);
      desk.step(first, Step.CANCELLED);
      assertThat(desk.line(incident)).isEqualTo("dispatched | medical dispatched | A2 dispatched");
      desk.step(second, Step.CANCELLED);
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending | !pending-again");
      assertThat(desk.kinds(0)).endsWith("step", "pending-again");

      desk.sent(incident, a2);
      assertThat(desk.line(incident)).isEqualTo("dispatched | medical dispatched | A2 dispatched");
    }
  }

  @Test
  void aUnitThatNeverLeftIsStillInQuarters() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      IncidentId incident = desk.call("MEDICAL");
      desk.step(desk.sent(incident, a1), Step.CANCELLED);
      assertThat(desk.unit(a1).status()).isEqualTo(UnitStatus.AVAILABLE_IN_QUARTERS);
      AssignmentId again = desk.sent(incident, a1);
      desk.step(again, Step.EN_ROUTE);
      desk.step(again, Step.CANCELLED);
      assertThat(desk.unit(a1).status()).isEqualTo(UnitStatus.AVAILABLE_MOBILE);
    }
  }

  @Test
  void aReservedUnitDoesNotCountAsSent() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      IncidentId incident = desk.call("MEDICAL");
      Order hold = new Order(UUID.randomUUID(), List.of(a1), Set.of(), true);
      UnitOutcome held =
          desk.command.dispatch().send(TestDesk.NODIRA, incident, hold).outcomes().getFirst();
      assertThat(held.outcome()).isEqualTo(Outcome.RESERVED);
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending | A1 reserved");
      assertThat(desk.sent(incident, a1).value()).isEqualTo(held.assignmentId());
      assertThat(desk.line(incident)).isEqualTo("dispatched | medical dispatched | A1 dispatched");
    }
  }

  @Test
  void aUnitIsTakenFromALowerPriority() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      IncidentId minor = desk.callWithPriority("MEDICAL", 4);
      IncidentId grave = desk.callWithPriority("MEDICAL", 1);
      desk.step(desk.sent(minor, a1), Step.EN_ROUTE);

      assertThat(desk.send(grave, a1).outcomes().getFirst().rule()).isEqualTo("unit-busy");
      assertThat(desk.takeFrom(grave, a1).outcomes().getFirst().outcome())
          .isEqualTo(Outcome.DISPATCHED);
      assertThat(desk.line(minor)).isEqualTo("pending | medical pending | !pending-again");
      assertThat(desk.line(grave)).isEqualTo("dispatched | medical dispatched | A1 dispatched");

      assertThat(desk.takeFrom(minor, a1).outcomes().getFirst().rule())
          .isEqualTo("not-lower-priority");
    }
  }

  @Test
  void nobodyIsTakenFromAScene() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      IncidentId minor = desk.callWithPriority("MEDICAL", 4);
      IncidentId grave = desk.callWithPriority("MEDICAL", 1);
      desk.step(desk.sent(minor, a1), Step.ON_SCENE);
      assertThat(desk.takeFrom(grave, a1).outcomes().getFirst().rule())
          .isEqualTo("on-scene-elsewhere");
      assertThat(desk.line(minor)).isEqualTo("on-scene | medical on-scene | A1 on-scene");
    }
  }

  @Test
  void outcomesNameEachUnit() {
    try (TestDesk desk = new TestDesk()) {
      UnitId free = desk.unit("A1", "ambulance");
      UnitId broken = desk.unit("A2", "ambulance");
      UnitId home = desk.unit("A3", "ambulance");
      UnitId twin = desk.unit("A4", "ambulance", "Station 3 B");
      UnitId other = desk.unit("A5", "ambulance", "station 3 b");
      UnitId nobody = new UnitId(UUID.randomUUID());
      desk.status(broken, UnitStatus.OUT_OF_SERVICE);
      desk.status(home, UnitStatus.OFF_DUTY);
      IncidentId incident = desk.call("MEDICAL");
      assertThat(desk.send(incident, free, broken, home, twin, other, nobody).outcomes())
          .extracting(one -> one.rule() == null ? one.outcome().word() : one.rule())
          .containsExactly(
              "dispatched",
              "out-of-service",
              "off-duty",
              "dispatched",
              "crew-busy",
              "no-such-unit");
      assertThat(desk.send(incident, free).outcomes().getFirst().rule())
          .isEqualTo("already-on-this-incident");
      assertThat(desk.unit(other).boundByCrew()).isTrue();
      assertThat(desk.unit(twin).boundByCrew()).isFalse();
    }
  }

  @Test
  void theSameOrderTwiceSendsNobodyTwice() {
    try (TestDesk desk = new TestDesk()) {
      UnitId a1 = desk.unit("A1", "ambulance");
      IncidentId incident = desk.call("MEDICAL");
      Order order = new Order(UUID.randomUUID(), List.of(a1), Set.of(), false);
      var first = desk.command.dispatch().send(TestDesk.NODIRA, incident, order);
      var second = desk.command.dispatch().send(TestDesk.NODIRA, incident, order);
      assertThat(second).isEqualTo(first);
      assertThat(desk.kinds(0)).containsOnlyOnce("dispatched");
    }
  }
}
