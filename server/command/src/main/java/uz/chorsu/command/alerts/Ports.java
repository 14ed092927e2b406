package uz.chorsu.command.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uz.chorsu.command.plans.AlertPort;
import uz.chorsu.command.plans.PlanProblem;
import uz.chorsu.command.plans.UnusablePlan;

/// Opens the ports of a plan.
final class Ports {
  private Ports() {}

  /// @throws UnusablePlan if its credential cannot be read
  static Port open(AlertPort port) {
    Optional<String> credential =
        Optional.ofNullable(port.credentialFile()).map(file -> credential(port, file));
    return port.url().getScheme().startsWith("mqtt")
        ? new MqttPort(port, credential)
        : new HttpPort(port, credential);
  }

  private static String credential(AlertPort port, String file) {
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      if (!lines.isEmpty() && !lines.getFirst().isBlank()) {
        return lines.getFirst().strip();
      }
    } catch (IOException e) {
      throw unusable(port, file);
    }
    throw unusable(port, file);
  }

  private static UnusablePlan unusable(AlertPort port, String file) {
    return new UnusablePlan(
        "in force",
        List.of(
            new PlanProblem(
                1,
                "alertPorts." + port.name() + ".credentialFile",
                "a readable file with the credential in its first line",
                file)));
  }
}
