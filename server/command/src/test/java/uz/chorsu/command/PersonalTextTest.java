package uz.chorsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.assignments.Report;
import uz.chorsu.command.calls.Call;
import uz.chorsu.command.calls.CallEdit;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.calls.NewCall.Who;
import uz.chorsu.command.calls.Taken;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Phone numbers, names and free text are nowhere in the database and nowhere in the log, in
/// whatever way they came in.
class PersonalTextTest {
  private static final String SECRET = "Xurshida";

  @Test
  void nowhereInTheDatabaseAndTheLog() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler spy = spy(logged);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(spy);
    root.setLevel(Level.FINE);
    try (TestDesk desk = new TestDesk()) {
      sayEverywhere(desk);
      String dump = dump(desk);
      assertThat(dump).contains("2026-000001");
      String hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
      assertThat(dump.toLowerCase(Locale.ROOT))
          .doesNotContain(SECRET.toLowerCase(Locale.ROOT))
          .doesNotContain(hex);
      assertThat(desk.command.journal().after(0, 1000).toString()).doesNotContain(SECRET);
    } finally {
      root.removeHandler(spy);
      root.setLevel(before);
    }
    assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void withoutTheKeyTheIncidentStaysUsable() throws Exception {
    try (TestDesk desk = new TestDesk()) {
      IncidentId incident = sayEverywhere(desk);
      Files.delete(desk.keyFile);
      try (Command other = desk.open()) {
        Details.Incident whole = other.details().get(incident);
        assertThat(whole.summary().address()).isEqualTo("Navoiy 1");
        assertThat(whole.summary().typeCode()).isEqualTo("FIRE");
        assertThat(whole.summary().assigned()).hasSize(1);
        assertThat(whole.summary().callerPhoneMasked()).isEqualTo("•••");
        Call call = whole.calls().getFirst();
        assertThat(call.callerPhone()).startsWith("[unreadable: key ");
        assertThat(call.description()).contains("[unreadable: key ");
        // Work goes on.
        other.marks().note(TestDesk.NODIRA, incident, UUID.randomUUID(), "new words", null);
        assertThat(other.details().get(incident).timeline().getLast().text())
            .isEqualTo("new words");
      }
    }
  }

  private static IncidentId sayEverywhere(TestDesk desk) {
    Taken taken =
        desk.take(
            new NewCall(
                CallKind.VOICE,
                "FIRE",
                null,
                null,
                new Where(TestDesk.PLACE, "Navoiy 1", null),
                new Who("+998" + SECRET, SECRET, "I am " + SECRET),
                null,
                null));
    IncidentId incident = new IncidentId(taken.incidentId());
    CallEdit more =
        new CallEdit(
            null,
            Field.keep(),
            Field.keep(),
            Field.keep(),
            WhereEdit.NONE,
            Field.set("+7" + SECRET),
            Field.set(SECRET),
            "call " + SECRET + " back");
    Command command = desk.command;
    command.calls().edit(TestDesk.NODIRA, new CallId(taken.callId()), more, Optional.empty());
    command.marks().note(TestDesk.NODIRA, incident, UUID.randomUUID(), SECRET, null);
    UnitId unit = desk.unit("E1", "engine");
    Report report = new Report(Step.ON_SCENE, null, null, null, SECRET + " is safe");
    var first = desk.sent(incident, unit);
    command.assignments().report(TestDesk.NODIRA, first, report);
    desk.step(first, Step.CLEARED);
    command.emergencies().raise(TestDesk.NODIRA, unit, null, null);
    command.emergencies().end(TestDesk.NODIRA, unit, SECRET);
    command.endings().close(TestDesk.NODIRA, incident, desk.disposition(), null, SECRET);
    command.endings().reopen(TestDesk.NODIRA, incident, SECRET);
    desk.sent(incident, unit);
    command.handovers().handOver(TestDesk.NODIRA, UUID.randomUUID(), "desk 1", null, SECRET);
    return incident;
  }

  /// Every row of every table as text; sealed values come as hexadecimal digits.
  private static String dump(TestDesk desk) {
    return desk.test
        .database()
        .ordinary()
        .withHandle(handle -> {
          StringBuilder text = new StringBuilder();
          handle
              .createQuery(
                  """
                  SELECT format('%I.%I', table_schema, table_name)
                    FROM information_schema.tables
                   WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                     AND table_type = 'BASE TABLE'
                  """)
              .mapTo(String.class)
              .list()
              .forEach(table ->
                  handle
                      .createQuery("SELECT t::text FROM " + table + " t")
                      .mapTo(String.class)
                      .forEach(row -> text.append(row).append('\n')));
          return text.toString();
        });
  }

  private static Handler spy(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        Object[] parameters = line.getParameters();
        logged.add(
            line.getMessage()
                + (parameters == null ? "" : List.of(parameters))
                + (line.getThrown() == null ? "" : line.getThrown()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
