package uz.chorsu.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UuidV7;

/// What happens to rows of past incidents.
class HistoriesTest {
  private static final String HASH = "a".repeat(64);

  private TestDatabase test;
  private Changes changes;
  private Histories histories;

  @BeforeEach
  void open() {
    test = TestDatabase.create("command");
    InstantSource clock = InstantSource.system();
    changes = new Changes(test.database(), clock, new UuidV7(clock, new SecureRandom()));
    histories = new Histories(changes);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void keepsWhatContradictsItselfAndNamesIt() {
    SfFile file =
        new SfFile()
            .row("1", "E01", "Fire", "8:00:00", "-", "08:00:10", "08:00:20", "08:05:00", "09:00:00")
            .row("1", "E02", "Fire", "08:00:00", "08:00:05", "07:59:00", "-", "-", "-")
            .row(
                "2",
                "E03",
                "Fire",
                "08:00:00",
                "08:00:05",
                "08:01:00",
                "08:02:00",
                "08:10:00",
                "08:05:00")
            .row(
                "3",
                "E03",
                "Fire",
                "08:04:00",
                "08:04:05",
                "08:04:30",
                "08:04:40",
                "08:04:50",
                "08:30:00")
            .row(
                "2",
                "E04",
                "Alarm",
                "08:00:01",
                "08:00:05",
                "08:01:00",
                "08:02:00",
                "08:10:00",
                "08:15:00");
    HistoryImport report = importAll(file);
    assertThat(report.rowsTaken()).isEqualTo(4);
    assertThat(report.rowsRefused()).isEqualTo(1);
    assertThat(report.incidents()).isEqualTo(3);
    assertThat(report.findings().toString())
        .isEqualTo(
            "[Finding[name=unreadable-time, count=1, refused=true, firstRows=[2]], "
                + "Finding[name=available-before-on-scene, count=1, refused=false, firstRows=[4]], "
                + "Finding[name=dispatch-before-entry, count=1, refused=false, firstRows=[3]], "
                + "Finding[name=dispatch-before-received, count=1, refused=false, firstRows=[3]], "
                + "Finding[name=incident-received-differs, count=1, refused=false, firstRows=[6]], "
                + "Finding[name=missing-available, count=1, refused=false, firstRows=[3]], "
                + "Finding[name=missing-en-route, count=1, refused=false, firstRows=[3]], "
                + "Finding[name=missing-on-scene, count=1, refused=false, firstRows=[3]], "
                + "Finding[name=unit-overlap, count=1, refused=false, firstRows=[5]]]");
    assertThat(report.rowsReported()).isEqualTo(4);
  }

  @Test
  void takesTheSameFileOnceHoweverOftenItComes() {
    SfFile file =
        new SfFile()
            .row("1", "E01", "Fire", "08:00:00", "08:00:05", "08:01:00", "-", "-", "09:00:00")
            .row("1", "E01", "Fire", "08:00:00", "08:00:05", "08:01:00", "-", "-", "09:00:00")
            .row("", "E02", "Fire", "08:00:00", "08:00:05", "08:01:00", "-", "-", "09:00:00");
    HistoryImport first = importAll(file);
    HistoryImport second = importAll(file);
    assertThat(second).isEqualTo(first);
    assertThat(first.rowsTaken()).isEqualTo(1);
    assertThat(first.findings())
        .extracting(HistoryImport.Finding::name)
        .contains("row-already-imported", "missing-incident-number");

    UUID other =
        histories.start(Actor.NOBODY, "datasf-fire", "b.csv", "b".repeat(64), SfFile.COLUMNS).id();
    assertThat(histories.addRows(other, file.rows()).rowsTaken())
        .as("a row of two files counts once")
        .isZero();
    assertThat(histories.list()).hasSize(2);
  }

  @Test
  void knowsTheHourThatComesTwiceAndTheOneThatIsMissing() {
    SfFile file =
        new SfFile()
            .row(
                "1",
                "E01",
                "Fire",
                "11/04/2018 12:59:00 AM",
                "11/04/2018 01:10:00 AM",
                "11/04/2018 01:50:00 AM",
                "11/04/2018 01:05:00 AM",
                "11/04/2018 02:00:00 AM",
                "-")
            .row(
                "2",
                "E02",
                "Fire",
                "03/11/2018 01:59:00 AM",
                "03/11/2018 02:30:00 AM",
                "-",
                "-",
                "-",
                "-");
    HistoryImport report = importAll(file);
    assertThat(report.findings())
        .extracting(HistoryImport.Finding::name)
        .contains("ambiguous-local-time", "nonexistent-local-time")
        .noneMatch(name -> name.contains("-before-"));
    assertThat(times("entry_at", 2)).isEqualTo(Instant.parse("2018-11-04T08:10:00Z"));
    assertThat(times("dispatch_at", 2)).isEqualTo(Instant.parse("2018-11-04T08:50:00Z"));
    assertThat(times("en_route_at", 2)).isEqualTo(Instant.parse("2018-11-04T09:05:00Z"));
    assertThat(times("on_scene_at", 2)).isEqualTo(Instant.parse("2018-11-04T10:00:00Z"));
    assertThat(times("entry_at", 3)).isEqualTo(Instant.parse("2018-03-11T10:30:00Z"));
  }

  @Test
  void refusesWhatIsNotSuchAFile() {
    assertThatThrownBy(() -> start("csv", SfFile.COLUMNS)).isInstanceOf(Refused.class);
    List<String> without = SfFile.COLUMNS.stream().filter(c -> !c.startsWith("On Scene")).toList();
    assertThatThrownBy(() -> start("datasf-fire", without))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("On Scene DtTm");
    List<String> twice =
        java.util.stream.Stream.concat(
                SfFile.COLUMNS.stream(), java.util.stream.Stream.of("Unit ID"))
            .toList();
    assertThatThrownBy(() -> start("datasf-fire", twice)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> histories.addRows(UUID.randomUUID(), List.of()))
        .isInstanceOf(NotFound.class);
    HistoryImport begun = start("datasf-fire", SfFile.COLUMNS);
    assertThat(histories.addRows(begun.id(), List.of(new RawRow(2, List.of("x")))).findings())
        .extracting(HistoryImport.Finding::name)
        .containsExactly("wrong-number-of-values");
  }

  private HistoryImport start(String format, List<String> columns) {
    return histories.start(Actor.NOBODY, format, "a.csv", HASH, columns);
  }

  private HistoryImport importAll(SfFile file) {
    return histories.addRows(start("datasf-fire", SfFile.COLUMNS).id(), file.rows());
  }

  private Instant times(String column, int row) {
    return changes.read(handle ->
        handle
            .createQuery("SELECT " + column + " FROM command.history_row WHERE row = :row")
            .bind("row", row)
            .mapTo(Instant.class)
            .one());
  }
}
