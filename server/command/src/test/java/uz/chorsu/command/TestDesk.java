package uz.chorsu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.assignments.DispatchOutcome;
import uz.chorsu.command.assignments.Order;
import uz.chorsu.command.assignments.Report;
import uz.chorsu.command.assignments.UnitOutcome;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.calls.Taken;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.units.NewUnit;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.CallId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// A whole desk on a database of its own, with a clock that the test moves, and short words for
/// what people do at it.
final class TestDesk implements AutoCloseable {
  static final Actor NODIRA = new Actor("Nodira", "desk 1");
  static final GeoPoint PLACE = new GeoPoint(41.30, 69.25);

  final TestDatabase test = TestDatabase.create("command");
  final Path folder;
  final Path keyFile;
  final Command command;
  private volatile Instant time = Instant.parse("2026-03-01T12:00:00Z");

  TestDesk() {
    try {
      folder = Files.createTempDirectory("chorsu-desk-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keyFile = folder.resolve("desk.keys");
    command = open();
  }

  /// Another process on the same database.
  Command open() {
    return new Command(
        new Command.Setup(
            test.database(), Optional::empty, keyFile, folder.resolve("no-plan.yaml"), () -> time));
  }

  Instant now() {
    return time;
  }

  void pass(int seconds) {
    time = time.plusSeconds(seconds);
  }

  // People ---------------------------------------------------------------------------------------

  Taken take(NewCall call) {
    return command.calls().take(NODIRA, new CallId(UUID.randomUUID()), call);
  }

  IncidentId call(String type) {
    return new IncidentId(take(newCall(type, PLACE)).incidentId());
  }

  IncidentId callWithPriority(String type, int priority) {
    NewCall plain = newCall(type, PLACE);
    return new IncidentId(
        take(new NewCall(
                plain.kind(), type, null, priority, plain.where(), plain.who(), null, null))
            .incidentId());
  }

  Unit status(UnitId unit, UnitStatus status) {
    return command.units().setStatus(NODIRA, unit, status, null, null);
  }

  static NewCall newCall(@Nullable String type, @Nullable GeoPoint point) {
    return new NewCall(
        CallKind.VOICE,
        type,
        null,
        null,
        new Where(point, null, null),
        NewCall.Who.UNKNOWN,
        null,
        null);
  }

  UnitId unit(String callSign, String kind) {
    return unit(callSign, kind, null);
  }

  UnitId unit(String callSign, String kind, @Nullable String crew) {
    UnitId id = new UnitId(UUID.randomUUID());
    String agency = command.plan().findKind(kind).orElseThrow().agency();
    command
        .units()
        .add(
            NODIRA,
            id,
            new NewUnit(
                callSign,
                agency,
                kind,
                List.of(),
                null,
                crew,
                PLACE,
                UnitStatus.AVAILABLE_IN_QUARTERS));
    return id;
  }

  DispatchOutcome send(IncidentId incident, UnitId... units) {
    return command
        .dispatch()
        .send(NODIRA, incident, new Order(UUID.randomUUID(), List.of(units), Set.of(), false));
  }

  DispatchOutcome takeFrom(IncidentId incident, UnitId unit) {
    return command
        .dispatch()
        .send(NODIRA, incident, new Order(UUID.randomUUID(), List.of(unit), Set.of(unit), false));
  }

  /// Sends one unit that must be able to go.
  AssignmentId sent(IncidentId incident, UnitId unit) {
    UnitOutcome outcome = send(incident, unit).outcomes().getFirst();
    UUID id = outcome.assignmentId();
    if (id == null) {
      throw new AssertionError(outcome);
    }
    return new AssignmentId(id);
  }

  Assignment step(AssignmentId id, Step step) {
    return command.assignments().report(NODIRA, id, Report.now(step));
  }

  Assignment step(AssignmentId id, Step step, Instant at) {
    return command.assignments().report(NODIRA, id, new Report(step, at, null, null, null));
  }

  IncidentSummary close(IncidentId id) {
    return command.endings().close(NODIRA, id, disposition(), null, null);
  }

  /// Any disposition of the plan that means handled.
  String disposition() {
    return command.plan().dispositions().getFirst().code();
  }

  // What the desk shows --------------------------------------------------------------------------

  IncidentSummary incident(IncidentId id) {
    return command.listSummaries(List.of(id)).getFirst();
  }

  Unit unit(UnitId id) {
    return command.fleet().get(id);
  }

  /// Where a unit is; it must be known.
  Unit.Position position(UnitId id) {
    return Objects.requireNonNull(unit(id).position());
  }

  /// State, parts and assignments of an incident in one line.
  String line(IncidentId id) {
    IncidentSummary summary = incident(id);
    StringBuilder text = new StringBuilder(summary.state().word());
    summary.parts().stream()
        .sorted(Comparator.comparing(IncidentSummary.Part::agency))
        .forEach(part ->
            text.append(" | ").append(part.agency()).append(' ').append(part.state().word()));
    summary
        .assigned()
        .forEach(
            one -> text.append(" | ").append(one.callSign()).append(' ').append(one.step().word()));
    summary.warnings().forEach(one -> text.append(" | !").append(one.kind().word()));
    return text.toString();
  }

  /// Kinds of the journal after an entry, in order.
  List<String> kinds(long after) {
    return command.journal().after(after, 1000).stream().map(row -> row.kind()).toList();
  }

  @Override
  public void close() {
    command.close();
    test.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
