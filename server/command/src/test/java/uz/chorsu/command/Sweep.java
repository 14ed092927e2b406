package uz.chorsu.command;

import java.util.List;
import java.util.UUID;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;

/// Ends what a test has begun.
final class Sweep {
  private Sweep() {}

  /// Cancels all crews and closes the incidents.
  static void everything(TestDesk desk, List<IncidentId> incidents) {
    for (IncidentId id : incidents) {
      IncidentSummary incident = desk.incident(id);
      for (UUID assignment :
          incident.assigned().stream().map(IncidentSummary.Assigned::assignmentId).toList()) {
        desk.step(new AssignmentId(assignment), Step.CANCELLED);
      }
      desk.close(id);
    }
  }
}
