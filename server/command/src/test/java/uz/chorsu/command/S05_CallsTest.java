package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.calls.Call;
import uz.chorsu.command.calls.CallEdit;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.calls.NewCall.Who;
import uz.chorsu.command.calls.Taken;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Location;
import uz.chorsu.command.incidents.LocationMethod;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.CallId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;

/// Calls: with nothing known, with later facts, twice, joined, merged, split, and with wrong
/// clocks.
class S05_CallsTest {
  private static final IncidentEdit.WhereEdit SAME = WhereEdit.NONE;

  @Test
  void nothingIsKnownAtFirst() {
    try (TestDesk desk = new TestDesk()) {
      Taken taken =
          desk.take(
              new NewCall(
                  CallKind.SILENT, null, null, null, Where.UNKNOWN, Who.UNKNOWN, null, null));
      IncidentId incident = new IncidentId(taken.incidentId());
      assertThat(desk.incident(incident).typeCode()).isEqualTo("UNKNOWN");
      assertThat(desk.incident(incident).state().word()).isEqualTo("received");
      // Units can be sent while the call is still being taken.
      desk.sent(incident, desk.unit("P1", "patrol"));
      assertThat(desk.line(incident)).contains("P1 dispatched");

      desk.pass(30);
      CallId call = new CallId(taken.callId());
      desk.command.calls().edit(TestDesk.NODIRA, call, place(TestDesk.PLACE), Optional.of(1L));
      desk.command.calls().edit(TestDesk.NODIRA, call, type("FIRE"), Optional.of(2L));
      IncidentSummary now = desk.incident(incident);
      assertThat(now.typeCode()).isEqualTo("FIRE");
      assertThat(now.lat()).isEqualTo(TestDesk.PLACE.lat());
      assertThat(now.parts()).extracting(IncidentSummary.Part::agency).contains("fire", "police");
      S04_LateEntryTest.assertRule(
          () -> desk.command.calls().edit(TestDesk.NODIRA, call, type("GAS"), Optional.of(1L)),
          "version");
      Invariants.check(desk);
    }
  }

  @Test
  void wordsAreAppendedAndNeverLost() {
    try (TestDesk desk = new TestDesk()) {
      NewCall plain = TestDesk.newCall("MEDICAL", TestDesk.PLACE);
      Taken taken =
          desk.take(
              new NewCall(
                  CallKind.VOICE,
                  "MEDICAL",
                  null,
                  null,
                  plain.where(),
                  new Who("+998901234567", "Aziz Karimov", "fell from a ladder"),
                  null,
                  null));
      desk.pass(90);
      CallId id = new CallId(taken.callId());
      Call now =
          desk.command.calls().edit(TestDesk.NODIRA, id, words("he is awake"), Optional.empty());
      assertThat(now.description())
          .isEqualTo("fell from a ladder\n[2026-03-01T12:01:30Z] he is awake");
      assertThat(now.callerPhone()).isEqualTo("+998901234567");
      assertThat(now.summary().callerPhoneMasked()).isEqualTo("+998 ••• •• 67");
      assertThat(desk.incident(new IncidentId(taken.incidentId())).callerPhoneMasked())
          .isEqualTo("+998 ••• •• 67");
    }
  }

  @Test
  void theSameCallTwiceIsThereOnce() {
    try (TestDesk desk = new TestDesk()) {
      CallId id = new CallId(UUID.randomUUID());
      NewCall call = TestDesk.newCall("FIRE", TestDesk.PLACE);
      Taken first = desk.command.calls().take(TestDesk.NODIRA, id, call);
      Taken second = desk.command.calls().take(TestDesk.NODIRA, id, call);
      assertThat(second).isEqualTo(first);
      assertThat(desk.kinds(0)).containsExactly("call-taken");
    }
  }

  @Test
  void duplicatesAreSuggestedByPlaceTimeAndType() {
    try (TestDesk desk = new TestDesk()) {
      Taken first = desk.take(TestDesk.newCall("FIRE", TestDesk.PLACE));
      desk.pass(120);
      GeoPoint near = new GeoPoint(TestDesk.PLACE.lat() + 0.0009, TestDesk.PLACE.lon());
      GeoPoint far = new GeoPoint(TestDesk.PLACE.lat() + 0.01, TestDesk.PLACE.lon());
      Taken second = desk.take(TestDesk.newCall("FIRE", near));
      assertThat(second.duplicateCandidates())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.incidentId()).isEqualTo(first.incidentId());
            assertThat(one.reason()).isEqualTo("same type, 100 m away, 2 min ago");
          });
      assertThat(desk.take(TestDesk.newCall("FIRE", far)).duplicateCandidates()).isEmpty();
      // A place known only as a cell sector reaches farther.
      Location sector = new Location(LocationMethod.CELL_SECTOR, 2000.0, false);
      Taken vague =
          desk.take(
              new NewCall(
                  CallKind.VOICE,
                  null,
                  null,
                  null,
                  new Where(far, null, sector),
                  Who.UNKNOWN,
                  null,
                  null));
      assertThat(vague.duplicateCandidates()).hasSize(3);
      desk.pass(3 * 3600);
      assertThat(desk.take(TestDesk.newCall("FIRE", near)).duplicateCandidates()).isEmpty();
    }
  }

  @Test
  void mergedAndSplitByAPerson() {
    try (TestDesk desk = new TestDesk()) {
      Taken first = desk.take(TestDesk.newCall("FIRE", TestDesk.PLACE));
      Taken second = desk.take(TestDesk.newCall("FIRE", TestDesk.PLACE));
      IncidentId stays = new IncidentId(first.incidentId());
      IncidentId gone = new IncidentId(second.incidentId());
      desk.command.endings().merge(TestDesk.NODIRA, gone, stays);
      assertThat(desk.incident(stays).callCount()).isEqualTo(2);
      assertThat(desk.incident(gone).outcome()).isEqualTo("duplicate");
      assertThat(desk.incident(gone).duplicateOf()).isEqualTo(stays.value());
      S04_LateEntryTest.assertRule(
          () -> desk.command.endings().reopen(TestDesk.NODIRA, gone, "mistake"), "duplicate");

      IncidentSummary split =
          desk.command.calls().split(TestDesk.NODIRA, new CallId(second.callId()));
      assertThat(split.callCount()).isEqualTo(1);
      assertThat(desk.incident(stays).callCount()).isEqualTo(1);
      S04_LateEntryTest.assertRule(
          () -> desk.command.calls().split(TestDesk.NODIRA, new CallId(first.callId())),
          "only-call");
    }
  }

  @Test
  void aCallJoinsAnIncidentAndAddsOnlyWhatNobodyKnew() {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = new IncidentId(desk.take(TestDesk.newCall("FIRE", null)).incidentId());
      desk.take(joining("POLICE", TestDesk.PLACE, incident));
      IncidentSummary now = desk.incident(incident);
      assertThat(now.typeCode()).isEqualTo("FIRE");
      assertThat(now.lat()).isEqualTo(TestDesk.PLACE.lat());
      assertThat(now.callCount()).isEqualTo(2);
      desk.close(incident);
      S04_LateEntryTest.assertRule(
          () -> desk.take(joining(null, null, incident)), "incident-closed");
    }
  }

  @Test
  void whatAPersonFixedStays() {
    try (TestDesk desk = new TestDesk()) {
      Taken taken = desk.take(TestDesk.newCall(null, TestDesk.PLACE));
      IncidentId incident = new IncidentId(taken.incidentId());
      desk.command
          .incidents()
          .edit(
              TestDesk.NODIRA,
              incident,
              new IncidentEdit(Field.set("GAS"), Field.keep(), null, null, SAME),
              Optional.of(1L));
      desk.command
          .calls()
          .edit(TestDesk.NODIRA, new CallId(taken.callId()), type("FIRE"), Optional.empty());
      assertThat(desk.incident(incident).typeCode()).isEqualTo("GAS");
    }
  }

  @Test
  void clocksThatAreWrong() {
    try (TestDesk desk = new TestDesk()) {
      assertThatThrownBy(() -> desk.take(received(desk.now().plus(Duration.ofDays(365)))))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.field()).isEqualTo("receivedAt"));
      assertThatThrownBy(() -> desk.take(received(desk.now().plusSeconds(301))))
          .isInstanceOf(Refused.class);
      assertThatThrownBy(() -> desk.take(received(Instant.EPOCH))).isInstanceOf(Refused.class);
      desk.take(received(desk.now().plusSeconds(299)));

      Instant longAgo = Instant.parse("2009-05-04T03:02:01Z");
      IncidentSummary old =
          desk.incident(new IncidentId(desk.take(received(longAgo)).incidentId()));
      assertThat(old.receivedAt()).isEqualTo(longAgo);
      assertThat(old.clockFrom()).isEqualTo(desk.now());
      assertThat(old.stateSince()).isEqualTo(desk.now());
    }
  }

  @Test
  void textThatNobodyTypesIsRefusedWithoutBeingRepeated() {
    for (String bad : new String[] {"a\u0000b", "bell\u0007", "half \uD800 pair"}) {
      assertThatThrownBy(() -> new Who(null, null, bad))
          .isInstanceOfSatisfying(
              Refused.class,
              e -> {
                assertThat(e.field()).isEqualTo("description");
                assertThat(e.value()).isNull();
              });
    }
    assertThat(new Who("  ", null, " two\nlines ").words()).isEqualTo("two\nlines");
  }

  private static NewCall received(Instant at) {
    NewCall plain = TestDesk.newCall("FIRE", TestDesk.PLACE);
    return new NewCall(plain.kind(), "FIRE", null, null, plain.where(), plain.who(), at, null);
  }

  private static NewCall joining(
      @Nullable String type, @Nullable GeoPoint point, IncidentId incident) {
    return new NewCall(
        CallKind.VOICE,
        type,
        null,
        null,
        new Where(point, null, null),
        Who.UNKNOWN,
        null,
        incident);
  }

  private static CallEdit type(String code) {
    return new CallEdit(
        null, Field.set(code), Field.keep(), Field.keep(), SAME, Field.keep(), Field.keep(), null);
  }

  private static CallEdit place(GeoPoint point) {
    WhereEdit where =
        new WhereEdit(Field.set(point.lat()), Field.set(point.lon()), Field.keep(), Field.keep());
    return new CallEdit(
        null, Field.keep(), Field.keep(), Field.keep(), where, Field.keep(), Field.keep(), null);
  }

  private static CallEdit words(String words) {
    return new CallEdit(
        null, Field.keep(), Field.keep(), Field.keep(), SAME, Field.keep(), Field.keep(), words);
  }
}
