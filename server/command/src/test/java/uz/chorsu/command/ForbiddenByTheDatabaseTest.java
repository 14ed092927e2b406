package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// What must never happen is forbidden by the database itself: plain SQL that tries it fails with
/// the name of the rule.
class ForbiddenByTheDatabaseTest {
  private static final AtomicInteger CREWS = new AtomicInteger();
  private static TestDesk desk;
  private UnitId unit;
  private UnitId twin;
  private IncidentId one;
  private IncidentId two;
  private AssignmentId sent;

  @BeforeAll
  static void open() {
    desk = new TestDesk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @BeforeEach
  void begin() {
    int number = CREWS.incrementAndGet();
    unit = desk.unit("A" + number, "ambulance", "crew " + number);
    twin = desk.unit("B" + number, "ambulance", "crew " + number);
    one = desk.call("MEDICAL");
    two = desk.call("MEDICAL");
    sent = desk.sent(one, unit);
  }

  @Test
  void aUnitOnTwoIncidents() {
    forbidden("unit-busy", assign(unit, two));
  }

  @Test
  void aCrewOnTwoIncidents() {
    forbidden("crew-busy", assign(twin, two));
  }

  @Test
  void aCrewChangedOnTheWay() {
    forbidden("unit-busy", "UPDATE command.unit SET crew_id = NULL WHERE id = '%s'", unit);
    forbidden(
        "assignment-fixed", "UPDATE command.assignment SET crew_id = NULL WHERE id = '%s'", sent);
  }

  @Test
  void aUnitRetiredOnTheWay() {
    forbidden("unit-busy", "UPDATE command.unit SET retired_at = now() WHERE id = '%s'", unit);
  }

  @Test
  void aPartClosedOverItsCrews() {
    forbidden(
        "crews-on-incident",
        "UPDATE command.part SET state = 'closed', closed_at = now(), disposition = 'x' WHERE incident_id = '%s'",
        one);
  }

  @Test
  void anIncidentClosedOverItsCrewsOrItsParts() {
    String close =
        "UPDATE command.incident SET state = 'closed', closed_at = now(), outcome = 'closed' WHERE id = '%s'";
    forbidden("crews-on-incident", close, one);
    forbidden("parts-open", close, two);
  }

  @Test
  void anEndedAssignmentThatBeginsAgain() {
    desk.step(sent, Step.CLEARED);
    forbidden(
        "assignment-ended",
        "UPDATE command.assignment SET step = 'en-route', ended_recorded_at = NULL WHERE id = '%s'",
        sent);
  }

  @Test
  void aStepBackwards() {
    desk.step(sent, Step.ON_SCENE);
    forbidden(
        "step-backwards",
        "UPDATE command.assignment SET step = 'dispatched' WHERE id = '%s'",
        sent);
  }

  @Test
  void anAssignmentMovedElsewhere() {
    forbidden(
        "assignment-fixed",
        "UPDATE command.assignment SET incident_id = '" + two + "' WHERE id = '%s'",
        sent);
  }

  @Test
  void aStampTakenBack() {
    forbidden("record-stands", "DELETE FROM command.assignment_stamp");
    forbidden("record-stands", "UPDATE command.assignment_stamp SET at = now()");
    forbidden("record-stands", "DELETE FROM command.assignment");
  }

  @Test
  void aUnitSentToAClosedPart() {
    desk.close(two);
    desk.step(sent, Step.CANCELLED);
    forbidden("incident-closed", assign(unit, two));
  }

  @Test
  void anOpenPartOfAClosedIncident() {
    desk.close(two);
    forbidden(
        "incident-closed",
        "UPDATE command.part SET state = 'pending', closed_at = NULL, disposition = NULL WHERE incident_id = '%s'",
        two);
  }

  @Test
  void aDuplicateOfItself() {
    forbidden(
        "duplicate-of-itself",
        "UPDATE command.incident SET duplicate_of = id WHERE id = '%s'",
        one);
    desk.command.endings().merge(TestDesk.NODIRA, two, one);
    forbidden(
        "duplicate-of-itself",
        "UPDATE command.incident SET duplicate_of = '" + two + "' WHERE id = '%s'",
        one);
  }

  @Test
  void aPartOfAnotherAgency() {
    UnitId engine = desk.unit("E" + CREWS.incrementAndGet(), "engine");
    forbidden("part-of-another", assign(engine, two));
  }

  /// Closing and sending in the same instant, in plain SQL without the program's locks: one waits
  /// for the other and is then refused.
  @Test
  void closedAndSentInTheSameInstant() throws Exception {
    desk.step(sent, Step.CANCELLED);
    var jdbi = desk.test.database().ordinary();
    try (var sending = jdbi.open();
        var closing = jdbi.open()) {
      sending.begin();
      closing.begin();
      sending.execute(assign(unit, two));
      Thread close =
          Thread.ofVirtual()
              .start(() ->
                  assertThat(
                          ruleOf(() ->
                              closing.execute(
                                  "UPDATE command.part SET state = 'closed', closed_at = now(),"
                                      + " disposition = 'x' WHERE incident_id = '"
                                      + two
                                      + "'")))
                      .isEqualTo("crews-on-incident"));
      Throwable[] failure = new Throwable[1];
      close.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
      Thread.sleep(200);
      assertThat(close.isAlive()).as("the close waits for the dispatch").isTrue();
      sending.commit();
      close.join();
      closing.rollback();
      assertThat(failure[0]).isNull();
    }
  }

  private static String assign(UnitId unit, IncidentId incident) {
    return """
    INSERT INTO command.assignment (id, incident_id, part_id, unit_id, agency, step, step_since, created_at)
    SELECT '%s', incident_id, id, '%s', agency, 'dispatched', now(), now()
      FROM command.part WHERE incident_id = '%s'
    """
        .formatted(UUID.randomUUID(), unit, incident);
  }

  private void forbidden(String rule, String sql, Object id) {
    forbidden(rule, sql.replace("%s", id.toString()));
  }

  private void forbidden(String rule, String statement) {
    assertThat(
            ruleOf(() ->
                desk.test.database().ordinary().useHandle(handle -> handle.execute(statement))))
        .isEqualTo(rule);
  }

  private static @Nullable String ruleOf(Runnable work) {
    try {
      work.run();
    } catch (JdbiException e) {
      ServerErrorMessage message =
          e.getCause() instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
      return message == null ? null : message.getConstraint();
    }
    return null;
  }
}
