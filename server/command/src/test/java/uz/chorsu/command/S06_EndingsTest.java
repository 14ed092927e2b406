package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.chorsu.command.S04_LateEntryTest.assertRule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.OnView;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;
import uz.chorsu.command.incidents.IncidentList.Filter;
import uz.chorsu.command.incidents.IncidentList.Which;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Marks;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.TimelineEntry;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Closing, opening again, parts, notes, benchmarks, on-view incidents and lists.
class S06_EndingsTest {
  @Test
  void anIncidentDoesNotCloseOverItsCrews() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("FIRE");
      AssignmentId engine = desk.sent(incident, desk.unit("E1", "engine"));
      assertRule(() -> desk.close(incident), "crews-on-incident");
      desk.step(engine, Step.ON_SCENE);
      desk.step(engine, Step.CLEARED);
      assertThat(desk.close(incident).state().word()).isEqualTo("closed");
      assertRule(() -> desk.close(incident), "incident-closed");
      assertThat(desk.send(incident, desk.unit("E2", "engine")).outcomes().getFirst().rule())
          .isEqualTo("incident-closed");
      Invariants.check(desk);
    }
  }

  @Test
  void eachAgencyClosesItsOwnPart() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("FIRE");
      desk.command.endings().addPart(TestDesk.NODIRA, incident, "gas", 3);
      AssignmentId engine = desk.sent(incident, desk.unit("E1", "engine"));
      for (String agency :
          desk.incident(incident).parts().stream()
              .map(IncidentSummary.Part::agency)
              .filter(agency -> !agency.equals("fire"))
              .toList()) {
        desk.command
            .endings()
            .close(TestDesk.NODIRA, incident, desk.disposition(), agency, "not needed");
      }
      assertThat(desk.incident(incident).state().word()).isEqualTo("dispatched");
      desk.step(engine, Step.CLEARED);
      desk.command.endings().close(TestDesk.NODIRA, incident, desk.disposition(), "fire", null);
      assertThat(desk.incident(incident).outcome()).isEqualTo("closed");
    }
  }

  @Test
  void openedAgainItWaitsForUnits() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      AssignmentId first = desk.sent(incident, desk.unit("A1", "ambulance"));
      desk.step(first, Step.ON_SCENE);
      desk.step(first, Step.CLEARED);
      desk.close(incident);
      desk.pass(60);
      IncidentSummary again =
          desk.command.endings().reopen(TestDesk.NODIRA, incident, "they call again");
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending");
      assertThat(again.reopened()).isTrue();
      assertThat(again.outcome()).isNull();
      assertThat(desk.command.details().get(incident).timeline().getLast().text())
          .endsWith("was opened again: they call again");
    }
  }

  @Test
  void theTypeDecidesWhoBelongsToIt() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("MEDICAL");
      edit(desk, incident, "FIRE");
      assertThat(desk.incident(incident).parts())
          .extracting(IncidentSummary.Part::agency)
          .contains("fire");
      edit(desk, incident, "MEDICAL");
      assertThat(desk.line(incident)).isEqualTo("pending | medical pending");
      // An agency whose unit has been sent stays.
      desk.sent(incident, desk.unit("E1", "engine"));
      edit(desk, incident, "MEDICAL");
      assertThat(desk.line(incident))
          .isEqualTo("pending | fire dispatched | medical pending | E1 dispatched");
      Invariants.check(desk);
    }
  }

  @Test
  void aCrewStartsAnIncidentOnTheStreet() {
    try (TestDesk desk = new TestDesk()) {
      UnitId patrol = desk.unit("P1", "patrol");
      UUID request = UUID.randomUUID();
      OnView.Seen seen =
          new OnView.Seen(
              patrol, "POLICE", null, new Where(TestDesk.PLACE, null, null), "a fight", null);
      IncidentSummary started = desk.command.onView().start(TestDesk.NODIRA, request, seen);
      assertThat(started.state().word()).isEqualTo("on-scene");
      assertThat(started.assigned()).singleElement().extracting("callSign").isEqualTo("P1");
      assertThat(desk.command.onView().start(TestDesk.NODIRA, request, seen).id())
          .isEqualTo(started.id());
      assertRule(
          () -> desk.command.onView().start(TestDesk.NODIRA, UUID.randomUUID(), seen), "unit-busy");
      Invariants.check(desk);
    }
  }

  @Test
  void notesBenchmarksAndTicks() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = desk.call("FIRE");
      UUID id = UUID.randomUUID();
      TimelineEntry note =
          desk.command.marks().note(TestDesk.NODIRA, incident, id, "smoke on floor 3", null);
      assertThat(note.text()).isEqualTo("smoke on floor 3");
      assertThat(desk.command.marks().note(TestDesk.NODIRA, incident, id, "again", null))
          .isEqualTo(note);
      String code = desk.command.plan().benchmarks().getFirst().code();
      TimelineEntry mark =
          desk.command.marks().benchmark(TestDesk.NODIRA, incident, UUID.randomUUID(), code, null);
      assertThat(mark.kind()).isEqualTo("benchmark");
      String item = desk.command.plan().response("FIRE", null).checklist().getFirst().item();
      desk.command.marks().tick(TestDesk.NODIRA, incident, item, true);
      var whole = desk.command.details().get(incident);
      assertThat(whole.benchmarks()).singleElement().extracting("code").isEqualTo(code);
      assertThat(whole.checklist())
          .filteredOn(Marks.Item::done)
          .singleElement()
          .extracting(Marks.Item::by)
          .isEqualTo("Nodira, desk 1");
      assertThat(found(desk, "FLOOR 3")).containsExactly(incident.value());
      assertThat(found(desk, "floor 4")).isEmpty();
    }
  }

  @Test
  void theQueueIsByUrgencyAndAgeAndPaged() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId old = desk.callWithPriority("MEDICAL", 3);
      desk.pass(10);
      IncidentId young = desk.callWithPriority("MEDICAL", 3);
      desk.pass(10);
      IncidentId grave = desk.callWithPriority("MEDICAL", 1);
      desk.pass(10);
      IncidentId minor = desk.callWithPriority("MEDICAL", 5);
      UnitId unit = desk.unit("A1", "ambulance");
      desk.sent(minor, unit);
      desk.command.emergencies().raise(TestDesk.NODIRA, unit, null, null);
      List<UUID> order = List.of(minor.value(), grave.value(), old.value(), young.value());
      assertThat(pages(desk, Which.OPEN)).isEqualTo(order);
      assertThat(pages(desk, Which.ALL))
          .containsExactly(minor.value(), grave.value(), young.value(), old.value());
      assertThat(desk.incident(minor).warnings().getFirst().kind().word()).isEqualTo("emergency");
      desk.command.emergencies().end(TestDesk.NODIRA, unit, "pressed by mistake");
      assertThat(pages(desk, Which.OPEN)).last().isEqualTo(minor.value());
    }
  }

  private static List<UUID> pages(TestDesk desk, Which which) {
    List<UUID> all = new java.util.ArrayList<>();
    Filter filter = new Filter(which, null, null, null, null, null, null);
    while (true) {
      var page = desk.command.incidentList().list(filter, 1);
      page.items().forEach(one -> all.add(one.id()));
      if (!page.more()) {
        return all;
      }
      filter =
          new Filter(
              which,
              null,
              null,
              null,
              null,
              null,
              uz.chorsu.command.incidents.IncidentList.After.of(which, page.items().getLast()));
    }
  }

  private static List<UUID> found(TestDesk desk, String text) {
    Filter filter = new Filter(Which.ALL, "fire", "FIRE", text, null, null, null);
    return desk.command.incidentList().list(filter, 10).items().stream()
        .map(IncidentSummary::id)
        .toList();
  }

  private static void edit(TestDesk desk, IncidentId incident, String type) {
    desk.command
        .incidents()
        .edit(
            TestDesk.NODIRA,
            incident,
            new IncidentEdit(Field.set(type), Field.keep(), null, null, WhereEdit.NONE),
            Optional.empty());
  }
}
