package uz.chorsu.command.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.Command;
import uz.chorsu.command.assignments.Order;
import uz.chorsu.command.assignments.Report;
import uz.chorsu.command.calls.CallKind;
import uz.chorsu.command.calls.NewCall;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.units.NewUnit;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.CallId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// A desk whose plan names the alert ports that a test wants, with a clock that the test moves.
final class AlertDesk implements AutoCloseable {
  static final Actor NODIRA = new Actor("Nodira", "desk 1");
  static final GeoPoint PLACE = new GeoPoint(41.30, 69.25);
  static final String PHONE = "+998901234567";

  final TestDatabase test = TestDatabase.create("command");
  final Path folder;
  final Command command;
  private volatile Instant time = Instant.parse("2026-03-01T12:00:00Z");

  /// @param ports lines of the plan's `alertPorts`; empty for none
  AlertDesk(String... ports) {
    try {
      folder = Files.createTempDirectory("chorsu-alerts-");
      Files.writeString(folder.resolve("plan.yaml"), plan(ports));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command = open();
  }

  /// One more process on the same database.
  Command open() {
    return new Command(
        new Command.Setup(
            test.database(),
            Optional::empty,
            folder.resolve("keys"),
            folder.resolve("plan.yaml"),
            () -> time));
  }

  void pass(int seconds) {
    time = time.plusSeconds(seconds);
  }

  Instant time() {
    return time;
  }

  IncidentId call(String type, @Nullable String subtype) {
    NewCall call =
        new NewCall(
            CallKind.VOICE,
            type,
            subtype,
            null,
            new Where(PLACE, "Navoiy 12", null),
            new NewCall.Who(PHONE, "Karimova", "my husband has fallen, gate code 4711"),
            null,
            null);
    return new IncidentId(
        command.calls().take(NODIRA, new CallId(UUID.randomUUID()), call).incidentId());
  }

  UnitId unit(String callSign, String kind) {
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
                null,
                PLACE,
                UnitStatus.AVAILABLE_IN_QUARTERS));
    return id;
  }

  AssignmentId send(IncidentId incident, UnitId unit) {
    Order order = new Order(UUID.randomUUID(), List.of(unit), Set.of(), false);
    UUID id = command.dispatch().send(NODIRA, incident, order).outcomes().getFirst().assignmentId();
    return new AssignmentId(Objects.requireNonNull(id, "was not sent"));
  }

  void step(AssignmentId id, Step step) {
    command.assignments().report(NODIRA, id, Report.now(step));
  }

  IncidentSummary incident(IncidentId id) {
    return command.listSummaries(List.of(id)).getFirst();
  }

  /// Alerts of an incident such as `bell=sent`, by port.
  String alerts(IncidentId incident) {
    return String.join(
        " ",
        command.alerts().list(incident, null, 100).items().stream()
            .sorted(Comparator.comparing(Alert::port))
            .map(alert -> alert.port() + "=" + alert.state().word())
            .toList());
  }

  Alert alert(IncidentId incident, String port) {
    return command.alerts().list(incident, null, 100).items().stream()
        .filter(alert -> alert.port().equals(port))
        .findFirst()
        .orElseThrow();
  }

  /// Waits for other threads, real time.
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within 15 s: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
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

  private static String plan(String... ports) throws IOException {
    try (InputStream in = CityPlan.class.getResourceAsStream("city-plan.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ports.length == 0
          ? text
          : text.replace("alertPorts: []", "alertPorts:\n  - " + String.join("\n  - ", ports));
    }
  }
}
