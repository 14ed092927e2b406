package uz.chorsu.command.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.chorsu.command.alerts.AlertDesk.NODIRA;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.incidents.IncidentSummary.Warning;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// What rings at the desk, and when it stops.
class WatchTest {
  private final AlertDesk desk = new AlertDesk();
  private final Watch watch =
      new Watch(
          desk.command.changes(),
          desk.command.plan(),
          desk.command.recommender(),
          desk.command.crewChecks());

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a01_anUnacknowledgedTopPriorityRingsAfterThirtySecondsWithTheNextUnit() {
    IncidentId incident = desk.call("MEDICAL", "stroke");
    UnitId first = desk.unit("A1", "ambulance");
    desk.unit("A2", "ambulance");
    desk.unit("E1", "engine");
    AssignmentId assignment = desk.send(incident, first);
    desk.pass(29);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
    desk.pass(1);
    watch.look();
    watch.look();
    assertThat(warnings(incident)).containsExactly("unacknowledged A1");
    assertThat(desk.incident(incident).warnings().getFirst().text())
        .startsWith("A1 has not acknowledged")
        .contains("next: A2, ");
    Recorded rung = journal("unacknowledged").getFirst();
    assertThat(rung.data()).containsEntry("nextCallSign", "A2");
    assertThat(journal("unacknowledged")).hasSize(1);
    desk.step(assignment, Step.ACKNOWLEDGED);
    assertThat(warnings(incident)).isEmpty();
    desk.pass(20);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
  }

  @Test
  void a02_aLessUrgentOneDoesNotRing() {
    IncidentId incident = desk.call("MEDICAL", "fever");
    desk.send(incident, desk.unit("A1", "ambulance"));
    desk.pass(300);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
  }

  @Test
  void a03_aCrewOnAPoliceStopIsCheckedEveryFiveMinutes() {
    IncidentId incident = desk.call("POLICE", "police-stop");
    AssignmentId assignment = desk.send(incident, desk.unit("P1", "patrol"));
    desk.step(assignment, Step.ON_SCENE);
    watch.look();
    desk.pass(299);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
    desk.pass(1);
    watch.look();
    assertThat(warnings(incident)).containsExactly("crew-check-overdue P1");
    assertThat(desk.command.crewChecks().answer(NODIRA, assignment).nextCheckAt())
        .isEqualTo(desk.time().plusSeconds(300));
    assertThat(warnings(incident)).isEmpty();
    desk.pass(301);
    watch.look();
    assertThat(warnings(incident)).containsExactly("crew-check-overdue P1");
    desk.step(assignment, Step.CLEARED);
    assertThat(warnings(incident)).isEmpty();
  }

  @Test
  void a04_aFireCrewIsCheckedEveryTwentyMinutesAndAnAmbulanceNever() {
    IncidentId fire = desk.call("FIRE", null);
    AssignmentId engine = desk.send(fire, desk.unit("E1", "engine"));
    AssignmentId ambulance = desk.send(fire, desk.unit("A1", "ambulance"));
    desk.step(engine, Step.ON_SCENE);
    desk.step(ambulance, Step.ON_SCENE);
    watch.look();
    desk.pass(1200);
    watch.look();
    assertThat(warnings(fire)).containsExactly("crew-check-overdue E1");
  }

  @Test
  void a05_anUrgentIncidentThatNobodyWasSentToRingsOnce() {
    IncidentId incident = desk.call("MEDICAL", "stroke");
    desk.pass(59);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
    desk.pass(2);
    watch.look();
    watch.look();
    assertThat(warnings(incident)).containsExactly("target-missed -");
    AssignmentId assignment = desk.send(incident, desk.unit("A1", "ambulance"));
    desk.step(assignment, Step.ACKNOWLEDGED);
    desk.pass(1);
    watch.look();
    assertThat(warnings(incident)).as("somebody was sent").isEmpty();
    desk.pass(90);
    watch.look();
    assertThat(warnings(incident)).as("nobody set out").containsExactly("target-missed -");
    desk.step(assignment, Step.EN_ROUTE);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
  }

  @Test
  void a06_aRoutineIncidentMayWait() {
    IncidentId incident = desk.call("POLICE", "noise");
    desk.pass(3600);
    watch.look();
    assertThat(warnings(incident)).isEmpty();
  }

  private List<String> warnings(IncidentId incident) {
    return desk.incident(incident).warnings().stream()
        .filter(warning -> warning.kind() != Warning.Kind.PENDING_AGAIN)
        .map(w -> w.kind().word() + " " + Optional.ofNullable(w.callSign()).orElse("-"))
        .toList();
  }

  private List<Recorded> journal(String kind) {
    return desk.command.journal().after(0, 1000).stream()
        .filter(row -> row.kind().equals(kind))
        .toList();
  }
}
