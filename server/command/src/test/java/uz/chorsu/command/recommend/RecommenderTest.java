package uz.chorsu.command.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uz.chorsu.command.recommend.TestRoom.DESK;
import static uz.chorsu.command.recommend.TestRoom.PLACE;
import static uz.chorsu.command.recommend.TestRoom.north;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.recommend.Recommendation.RecommendedUnit;
import uz.chorsu.command.units.UnitEdit;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// Scenarios on a real database, simple to complex.
class RecommenderTest {
  private final TestRoom room = new TestRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a01_aWholePlanWithReasonsAndShortfalls() {
    room.unit("E1", "engine", 1000);
    room.unit("E2", "engine", 2000);
    room.unit("L1", "ladder", 500);
    room.unit("A1", "ambulance", 700);
    room.unit("A2", "ambulance", 300, "ventilator");
    IncidentId fire = room.incident("FIRE", "structure-fire");
    assertThat(room.shown(fire))
        .isEqualTo(
            "E1=engine E2=engine L1=ladder A2=ambulance | A1 |"
                + " 1*engine 1*rescue 1*fire-command 1*patrol");
    Recommendation r = room.recommend(fire);
    assertThat(r.units().getFirst().reason())
        .isEqualTo("nearest engine, about 2 min 20 s estimated in a straight line, at its station");
    assertThat(r.units().getFirst().estimate()).isEqualTo("straight-line");
    assertThat(r.shortfalls().getFirst().reason())
        .isEqualTo("1 of 3 missing: engine: 2 free, and needed for this plan");
    assertThat(r.shortfalls().get(1).reason())
        .isEqualTo("1 of 1 missing: the fleet has no rescue truck");
  }

  @Test
  void a02_theNeedWithASkillIsNamedInTheReason() {
    room.unit("A1", "ambulance", 300);
    UnitId ventilator = room.unit("A2", "ambulance", 9000, "ventilator");
    room.seen(ventilator, north(1800), 20);
    RecommendedUnit first =
        room.recommend(room.incident("MEDICAL", "breathing-difficulty")).units().getFirst();
    assertThat(first.reason())
        .isEqualTo(
            "nearest ambulance with a ventilator, about 4 min 12 s estimated in a straight line,"
                + " position 20 s old");
    assertThat(first.reasonData())
        .containsEntry("rank", 1)
        .containsEntry("positionSource", "gps")
        .containsEntry("positionAgeSeconds", 20);
  }

  @Test
  void a03_whoIsThereAlreadyIsTakenOff() {
    UnitId first = room.unit("A1", "ambulance", 100);
    room.unit("A2", "ambulance", 200);
    IncidentId incident = room.incident("MEDICAL", null);
    room.assign(first, incident, "dispatched");
    assertThat(room.shown(incident)).isEqualTo(" | A2 | ");
  }

  @Test
  void a04_outOfServiceOffDutyAndBoundUnitsAreNamedNotSent() {
    UnitId broken = room.unit("P1", "patrol", 100);
    UnitId home = room.unit("P2", "patrol", 100);
    UnitId car = room.unit("P3", "patrol", north(100), "first crew");
    room.unit("P4", "patrol", north(100), "first crew");
    IncidentId other = room.incident("POLICE", "theft");
    room.units.setStatus(DESK, broken, UnitStatus.OUT_OF_SERVICE, "vehicle", null);
    room.units.setStatus(DESK, home, UnitStatus.OFF_DUTY, null, null);
    room.assign(car, other, "on-scene");
    IncidentId incident = room.incident("POLICE", "noise");
    assertThat(room.shown(incident)).isEqualTo(" |  | 1*patrol");
    assertThat(room.recommend(incident).shortfalls().getFirst().reason())
        .isEqualTo(
            "1 of 1 missing: patrol car: 1 on other assignments,"
                + " 1 without its crew, which is out with another vehicle, 1 out of service, 1 off duty");
  }

  @Test
  void a05_aLessUrgentIncidentMayGiveAUnitUpBeforeItArrives() {
    UnitId near = room.unit("A1", "ambulance", 100);
    IncidentId fever = room.incident("MEDICAL", "fever");
    UUID assignment = room.assign(near, fever, "en-route");
    IncidentId stroke = room.incident("MEDICAL", "stroke");
    assertThat(room.shown(stroke)).isEqualTo(" | A1<2026-000001 | 1*ambulance");
    assertThat(room.recommend(stroke).alternatives().getFirst().reason())
        .startsWith("could be taken: ambulance, ")
        .endsWith("on its way to 2026-000001 of priority 4");
    room.changes.perform(
        DESK,
        change ->
            change
                .handle()
                .execute(
                    "UPDATE command.assignment SET step = 'on-scene' WHERE id = ?", assignment));
    room.units.setStatus(
        DESK, room.unit("A9", "ambulance", 90_000), UnitStatus.OFF_DUTY, null, null);
    touch(fever, near);
    assertThat(room.shown(stroke)).as("on scene it stays").isEqualTo(" |  | 1*ambulance");
  }

  @Test
  void a06_takingIsProposedOnlyWhenItSavesAMinute() {
    UnitId near = room.unit("A1", "ambulance", 100);
    room.assign(near, room.incident("MEDICAL", "fever"), "dispatched");
    room.seen(near, north(100), 5);
    IncidentId stroke = room.incident("MEDICAL", "stroke");
    room.unit("A2", "ambulance", 400);
    assertThat(room.shown(stroke)).as("42 s").isEqualTo("A2=ambulance |  | ");
    IncidentId far = room.incident("MEDICAL", "stroke");
    room.units.setStatus(DESK, id("A2"), UnitStatus.OFF_DUTY, null, null);
    room.unit("A3", "ambulance", 600);
    assertThat(room.shown(far)).as("70 s").isEqualTo("A3=ambulance | A1<2026-000001 | ");
  }

  @Test
  void a07_neverFromTheSameOrAMoreUrgentPriority() {
    UnitId near = room.unit("A1", "ambulance", 100);
    room.assign(near, room.incident("MEDICAL", "stroke"), "dispatched");
    assertThat(room.shown(room.incident("MEDICAL", "chest-pain"))).isEqualTo(" |  | 1*doctor");
    assertThat(room.shown(room.incident("MEDICAL", "stroke"))).isEqualTo(" |  | 1*ambulance");
  }

  @Test
  void a08_changesByOthersAreSeenAtOnce() {
    UnitId first = room.unit("A1", "ambulance", 100);
    IncidentId incident = room.incident("MEDICAL", null);
    assertThat(room.shown(incident)).startsWith("A1=");
    UnitId second = room.unit("A2", "ambulance", 50);
    assertThat(room.shown(incident)).startsWith("A2=");
    room.units.retire(DESK, second);
    assertThat(room.shown(incident)).startsWith("A1=");
    room.units.edit(
        DESK,
        first,
        new UnitEdit(
            Field.keep(), Field.set("intensive-care"), Field.keep(), Field.keep(), Field.keep()),
        Optional.empty());
    assertThat(room.shown(incident)).isEqualTo(" |  | 1*ambulance");
  }

  @Test
  void a09_withoutAPlaceUnitsAreProposedWithoutATime() {
    room.unit("A2", "ambulance", 50);
    room.unit("A1", "ambulance", 500);
    Recommendation r = room.recommend(room.incident("MEDICAL", null, 2, null));
    RecommendedUnit first = r.units().getFirst();
    assertThat(first.callSign()).isEqualTo("A1");
    assertThat(first.etaSeconds()).isNull();
    assertThat(first.estimate()).isEqualTo("unknown");
    assertThat(first.reason())
        .contains("time unknown because the place of the incident is not known");
  }

  @Test
  void a10_anotherAlarmLevelMayBeAsked() {
    IncidentId fire = room.incident("FIRE", "grass-fire");
    Recommendation r = room.recommender.recommend(fire, OptionalInt.of(2));
    assertThat(r.alarmLevel()).isEqualTo(2);
    assertThat(r.shortfalls().stream().mapToInt(s -> s.missing()).sum()).isEqualTo(5);
  }

  @Test
  void a11_anOldPositionComesAfterASureOneThatIsAlmostAsNear() {
    UnitId doubtful = room.unit("P1", "patrol", 9000);
    UnitId sure = room.unit("P2", "patrol", 9000);
    room.units.setStatus(DESK, doubtful, UnitStatus.AVAILABLE_MOBILE, null, null);
    room.units.setStatus(DESK, sure, UnitStatus.AVAILABLE_MOBILE, null, null);
    room.pass(1000);
    room.seen(doubtful, north(900), 900);
    room.seen(sure, north(1000), 10);
    RecommendedUnit first = room.recommend(room.incident("POLICE", null)).units().getFirst();
    assertThat(first.callSign()).isEqualTo("P2");
    assertThat(first.reason())
        .startsWith("2nd nearest patrol car")
        .endsWith("before a nearer one that is delayed or whose position is old");
  }

  @Test
  void a12_unknownAndClosedIncidentsAreRefused() {
    IncidentId nobody = new IncidentId(UUID.randomUUID());
    assertThatThrownBy(() -> room.recommend(nobody)).isInstanceOf(NotFound.class);
    IncidentId closed = room.incident("MEDICAL", null);
    room.changes.perform(
        DESK,
        change -> {
          change
              .handle()
              .execute(
                  "UPDATE command.part SET state = 'closed', closed_at = now(), disposition = 'handled'"
                      + " WHERE incident_id = ?",
                  closed.value());
          change
              .handle()
              .execute(
                  "UPDATE command.incident SET state = 'closed', closed_at = now(), outcome = 'closed'"
                      + " WHERE id = ?",
                  closed.value());
        });
    assertThatThrownBy(() -> room.recommend(closed)).isInstanceOf(Conflict.class);
  }

  @Test
  void a13_aTypeThatThePlanNoLongerKnowsIsHandledAsUnknown() {
    room.unit("P1", "patrol", 100);
    assertThat(room.shown(room.incident("VOLCANO", null, 1, PLACE))).startsWith("P1=patrol");
  }

  private UnitId id(String callSign) {
    return room.roster.now().units().values().stream()
        .filter(unit -> unit.callSign().equals(callSign))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void touch(IncidentId incident, UnitId unit) {
    room.changes.perform(
        DESK, change -> change.record(Entry.of("step", "on scene").incident(incident).unit(unit)));
  }
}
