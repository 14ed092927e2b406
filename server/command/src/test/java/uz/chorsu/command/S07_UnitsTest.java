package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uz.chorsu.command.S04_LateEntryTest.assertRule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.units.Fix;
import uz.chorsu.command.units.Station;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitEdit;
import uz.chorsu.command.units.UnitFilter;
import uz.chorsu.command.units.UnitImport;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// The fleet: editing, import, status, positions, emergencies.
class S07_UnitsTest {
  @Test
  void aPositionIsHeldReplacedAndKeptOverARestart() {
    try (TestDesk desk = new TestDesk()) {
      UnitId unit = desk.unit("A1", "ambulance");
      assertThat(desk.position(unit).source()).isEqualTo("home");
      GeoPoint first = new GeoPoint(41.31, 69.26);
      GeoPoint second = new GeoPoint(41.32, 69.27);
      desk.pass(60);
      desk.command.positions().put(unit, Fix.at(second, desk.now()));
      desk.command.positions().put(unit, Fix.at(first, desk.now().minusSeconds(30)));
      assertThat(desk.position(unit).lat()).isEqualTo(41.32);
      assertThat(desk.position(unit).source()).isEqualTo("gps");
      assertThat(desk.command.positions().movedSince(0)).hasSize(1);
      assertThat(desk.command.positions().movedSince(desk.command.positions().mark())).isEmpty();

      assertThatThrownBy(() ->
              desk.command
                  .positions()
                  .put(unit, Fix.at(first, desk.now().plus(Duration.ofDays(365)))))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("at"));
      assertThatThrownBy(() ->
              desk.command.positions().put(new UnitId(UUID.randomUUID()), Fix.at(first, null)))
          .isInstanceOf(NotFound.class);

      desk.command.positions().flush();
      try (Command again = desk.open()) {
        assertThat(again.fleet().get(unit).position())
            .isNotNull()
            .extracting(Unit.Position::lon)
            .isEqualTo(69.27);
      }
      desk.pass(1801);
      assertThat(desk.position(unit).source()).isEqualTo("home");
    }
  }

  @Test
  void theLastStatusPlaceRemainsWhenGpsIsSilent() {
    try (TestDesk desk = new TestDesk()) {
      UnitId unit = desk.unit("A1", "ambulance");
      IncidentId incident =
          new IncidentId(
              desk.take(TestDesk.newCall("MEDICAL", new GeoPoint(41.4, 69.3))).incidentId());
      desk.step(desk.sent(incident, unit), Step.ON_SCENE);
      assertThat(desk.position(unit).source()).isEqualTo("last-status");
      assertThat(desk.position(unit).lat()).isEqualTo(41.4);
    }
  }

  @Test
  void onAnAssignmentTheStepsSpeak() {
    try (TestDesk desk = new TestDesk()) {
      UnitId unit = desk.unit("A1", "ambulance", "crew 1");
      AssignmentId sent = desk.sent(desk.call("MEDICAL"), unit);
      assertRule(() -> desk.status(unit, UnitStatus.OFF_DUTY), "on-assignment");
      assertRule(() -> desk.command.units().retire(TestDesk.NODIRA, unit), "unit-busy");
      assertRule(() -> crew(desk, unit, "crew 2"), "unit-busy");
      desk.step(sent, Step.CLEARED);
      crew(desk, unit, "crew 2");
      desk.status(unit, UnitStatus.OFF_DUTY);
      desk.command.units().retire(TestDesk.NODIRA, unit);
      assertThat(desk.command.fleet().list(UnitFilter.ALL, 10).items()).isEmpty();
      // The call sign is free again.
      desk.unit("a1", "ambulance");
      assertRule(() -> desk.unit("A1", "ambulance"), "call-sign-taken");
    }
  }

  @Test
  void anEmergencyHoldsUntilSomebodyEndsItWithAReason() {
    try (TestDesk desk = new TestDesk()) {
      UnitId unit = desk.unit("P1", "patrol");
      GeoPoint here = new GeoPoint(41.35, 69.21);
      Unit raised = desk.command.emergencies().raise(TestDesk.NODIRA, unit, here, null);
      assertThat(raised.emergency()).isNotNull();
      assertThat(desk.position(unit).lat()).isEqualTo(41.35);
      desk.pass(5);
      desk.command.emergencies().raise(TestDesk.NODIRA, unit, here, null);
      assertThatThrownBy(() -> desk.command.emergencies().end(TestDesk.NODIRA, unit, " "))
          .isInstanceOf(Refused.class);
      assertThat(desk.command.emergencies().end(TestDesk.NODIRA, unit, "all well").emergency())
          .isNull();
      assertThat(desk.kinds(0)).containsExactly("unit-added", "emergency", "emergency-ended");
    }
  }

  @Test
  void everyRowOfAFleetIsTakenOrRefusedByName() {
    try (TestDesk desk = new TestDesk()) {
      desk.command
          .stations()
          .save(
              TestDesk.NODIRA,
              List.of(new Station.New("t:1", "fire", "Station 1", null, null, 41.3, 69.2)));
      UnitImport.Outcome outcome =
          desk.command
              .unitImport()
              .take(
                  TestDesk.NODIRA,
                  """
                  callSign,agency,kind,skills,station,lat,lon,crew
                  E1,fire,engine,,Station 1,,,"Crew, one"
                  E2,fire,engine,,,41.31,69.21,
                  E2,fire,engine,,,41.31,69.21,
                  E3,fire,ambulance,,,,,
                  E 4,fire,engine,,,,,
                  E5,fire,engine,,Nowhere,,,
                  E6,fire,engine,,,95,69,
                  E7,fire,engine
                  """);
      assertThat(outcome.added()).isEqualTo(2);
      assertThat(outcome.refused())
          .extracting(row -> row.row() + " " + row.field())
          .containsExactlyInAnyOrder(
              "4 callSign", "5 kind", "6 callSign", "7 station", "8 lat", "9 row");
      Unit first = desk.command.fleet().list(UnitFilter.ALL, 10).items().getFirst();
      assertThat(first.stationName()).isEqualTo("Station 1");
      assertThat(first.crewName()).isEqualTo("Crew, one");
      UnitImport.Outcome again =
          desk.command.unitImport().take(TestDesk.NODIRA, "kind,agency,callSign\nladder,fire,e1\n");
      assertThat(again.changed()).isEqualTo(1);
      assertThat(desk.command.fleet().list(UnitFilter.ALL, 1).items().getFirst().kind())
          .isEqualTo("ladder");
    }
  }

  @Test
  void aPersonTakesADeskAndHandsItOver() {
    try (TestDesk desk = new TestDesk()) {
      var id = new uz.chorsu.model.SignonId(UUID.randomUUID());
      var signon = desk.command.signons().signOn(id, "Dilshod", "desk 2", "dispatcher", null);
      assertThat(desk.command.signons().signOn(id, "Dilshod", "desk 2", "dispatcher", null))
          .isEqualTo(signon);
      var actor = desk.command.signons().findActor(id).orElseThrow();
      assertThat(actor.label()).isEqualTo("Dilshod, desk 2");
      desk.call("FIRE");
      var kept =
          desk.command
              .handovers()
              .handOver(actor, UUID.randomUUID(), "desk 2", "Nodira", "bridge is closed");
      assertThat(kept.openIncidents()).hasSize(1);
      assertThat(desk.command.handovers().list(null, 10).items()).containsExactly(kept);
      desk.command.signons().signOff(id);
      assertThat(desk.command.signons().findActor(id)).isEmpty();
    }
  }

  private static void crew(TestDesk desk, UnitId unit, String crew) {
    UnitEdit edit =
        new UnitEdit(Field.keep(), Field.keep(), Field.keep(), Field.keep(), Field.set(crew));
    desk.command.units().edit(TestDesk.NODIRA, unit, edit, Optional.empty());
  }
}
