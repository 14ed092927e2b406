package uz.chorsu.command.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.history.Histories;
import uz.chorsu.command.history.HistoryImport;
import uz.chorsu.command.history.RawRow;
import uz.chorsu.command.history.SfFile;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.UuidV7;

/// The figures of imported periods: a small one with known answers, and a real one against an
/// independent computation.
class KpiOfHistoryTest {
  private static final String HASH = "c".repeat(64);

  private TestDatabase test;
  private Histories histories;
  private KpiReader reader;

  @BeforeEach
  void open() {
    test = TestDatabase.create("command");
    InstantSource clock = InstantSource.system();
    Changes changes = new Changes(test.database(), clock, new UuidV7(clock, new SecureRandom()));
    histories = new Histories(changes);
    reader = new KpiReader(changes, CityPlan.readOrDefault(Path.of("no-such-plan.yaml")));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void countsASmallPeriodWithKnownAnswers() {
    SfFile file =
        new SfFile()
            // E02 is sent later and arrives first, 300 s after the call.
            .row(
                "1",
                "E01",
                "Fire",
                "08:00:00",
                "08:00:20",
                "08:00:40",
                "08:01:40",
                "08:06:00",
                "09:00:00")
            .row(
                "1",
                "E02",
                "Fire",
                "08:00:00",
                "08:00:20",
                "08:01:00",
                "08:02:00",
                "08:05:00",
                "08:30:00")
            // Nobody arrives; free at 08:30, the very moment when E03 is sent.
            .row("2", "E04", "Alarm", "08:10:00", "08:10:10", "08:10:30", "-", "-", "08:30:00")
            // On scene before it was on its way.
            .row(
                "3",
                "E03",
                "Fire",
                "08:29:00",
                "08:29:30",
                "08:30:00",
                "08:36:00",
                "08:35:00",
                "08:50:00")
            // Never free again: not busy, because nobody knows how long.
            .row(
                "4",
                "E05",
                "Fire",
                "08:40:00",
                "08:40:10",
                "08:40:20",
                "08:40:30",
                "08:41:40",
                "-");
    histories.addRows(
        histories.start(Actor.NOBODY, "datasf-fire", "a.csv", HASH, SfFile.COLUMNS).id(),
        file.rows());
    Kpi kpi = reader.read(null, null, KpiReader.Source.ALL);
    assertThat(kpi.incidents()).isEqualTo(4);
    assertThat(kpi.calls()).isEqualTo(4);
    assertThat(kpi.maxUnitsBusy())
        .isEqualTo(new Kpi.MostBusy(3, Instant.parse("2018-06-15T15:10:30Z")));
    assertThat(shown(kpi, "receivedToEntry")).isEqualTo("4: 10.0 30.0 contradicting 0");
    assertThat(shown(kpi, "receivedToFirstDispatch")).isEqualTo("4: 30.0 60.0 contradicting 0");
    assertThat(shown(kpi, "dispatchToFirstEnRoute")).isEqualTo("3: 60.0 360.0 contradicting 0");
    assertThat(shown(kpi, "enRouteToOnScene")).isEqualTo("2: 70.0 180.0 contradicting 1");
    assertThat(shown(kpi, "receivedToFirstOnScene")).isEqualTo("3: 300.0 360.0 contradicting 0");
    assertThat(shown(kpi, "dispatchToAvailable")).isEqualTo("4: 1200.0 3560.0 contradicting 0");
    assertThat(kpi.byType().keySet()).containsExactly("Alarm", "Fire");
    assertThat(kpi.byHour()).hasSize(24);
    assertThat(sum(kpi.byHour())).isEqualTo(4);

    Instant from = Instant.parse("2018-06-15T15:10:00Z");
    Kpi later = reader.read(from, Instant.parse("2018-06-15T15:29:00Z"), KpiReader.Source.ALL);
    assertThat(later.incidents()).as("from belongs, to does not").isEqualTo(1);
    assertThat(reader.read(null, null, KpiReader.Source.LIVED).incidents()).isZero();
    assertThat(reader.read(null, null, KpiReader.Source.LIVED).maxUnitsBusy())
        .isEqualTo(new Kpi.MostBusy(0, null));
  }

  @Test
  void equalsAnIndependentComputationOverARealFile() {
    Path csv =
        Path.of(Optional.ofNullable(System.getenv("CHORSU_REAL_DATA")).orElse("-"))
            .resolve("dispatch/sf-fire-structure-2009-2019.csv");
    Assumptions.assumeTrue(
        csv.toFile().exists(), "CHORSU_REAL_DATA with dispatch/sf-fire-structure-2009-2019.csv");
    PlainHistory plain = PlainHistory.read(csv);
    var id = histories.start(Actor.NOBODY, "datasf-fire", "sf.csv", HASH, plain.columns()).id();
    HistoryImport report = histories.addRows(id, List.of());
    List<RawRow> rows = plain.rawRows();
    for (int from = 0; from < rows.size(); from += 500) {
      report =
          histories.addRows(
              id, new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + 500))));
    }
    assertThat(report.rowsTaken()).isEqualTo(4_340);
    assertThat(report.rowsRefused()).isZero();
    assertThat(report.incidents()).isEqualTo(901);

    Kpi kpi = reader.read(null, null, KpiReader.Source.IMPORTED);
    assertThat(kpi.incidents()).isEqualTo(901);
    assertThat(kpi.maxUnitsBusy().n()).isEqualTo(plain.mostBusy());
    assertThat(kpi.maxUnitsBusy().at()).isEqualTo(plain.mostBusyAt());
    for (String interval : kpi.intervals().keySet()) {
      assertThat(shown(kpi, interval)).as(interval).isEqualTo(plain.shown(interval));
    }
    kpi.byType()
        .forEach((type, figures) ->
            assertThat(figures.incidents()).as(type).isEqualTo(plain.incidentsOf(type)));
    assertThat(kpi.byType()).containsOnlyKeys("Structure Fire", "Outside Fire");
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static String shown(Kpi kpi, String name) {
    Kpi.Interval one = java.util.Objects.requireNonNull(kpi.intervals().get(name));
    return one.n()
        + ": "
        + one.p50Seconds()
        + " "
        + one.p90Seconds()
        + " contradicting "
        + one.contradicting();
  }
}
