package uz.chorsu.sim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.sim.client.Answer;

/// One crew of the simulated fleet. It answers an assignment, drives, works, and goes home; a crew
/// of the police drives around when it is free. Buttons that a person has pressed for it already
/// are not pressed again.
final class Crew {
  private static final List<String> STEPS =
      List.of(
          "reserved",
          "dispatched",
          "acknowledged",
          "en-route",
          "staged",
          "on-scene",
          "at-patient",
          "transporting",
          "at-destination",
          "cleared");
  private static final double CHECK_EVERY_SECONDS = 120;

  private final City city;
  private final String unitId;
  private final String agency;
  private final boolean roams;
  private final Place home;
  private @Nullable Thread busy;
  private @Nullable String assignmentId;
  private volatile String step = "";
  private volatile String status = "";

  /// @param unit as the API describes it
  /// @param home where it waits
  Crew(City city, JsonNode unit, Place home) {
    this.city = city;
    this.unitId = unit.path("id").asText();
    this.agency = unit.path("agency").asText();
    this.roams = (agency.equals("police") || agency.equals("traffic")) && city.pace().chance(0.6);
    this.home = home;
  }

  /// Takes the state of the unit as the feed tells it, and starts or ends what the crew does.
  synchronized void hear(JsonNode unit) {
    JsonNode assignment = unit.path("assignment");
    String now = assignment.path("id").asText("");
    step = assignment.path("step").asText("");
    status = unit.path("status").asText();
    if (!now.equals(assignmentId == null ? "" : assignmentId)) {
      assignmentId = now.isEmpty() ? null : now;
      if (assignmentId == null) {
        become(this::goHome);
      } else {
        String incidentId = assignment.path("incidentId").asText();
        become(() -> answer(now, incidentId));
      }
    } else if (status.equals("out-of-service") || status.equals("off-duty")) {
      rest();
    } else if (busy == null && status.startsWith("available")) {
      become(this::goHome);
    }
  }

  private interface Part {
    void play() throws InterruptedException;
  }

  private void become(Part part) {
    if (busy != null) {
      busy.interrupt();
    }
    busy =
        Thread.startVirtualThread(() -> {
          try {
            part.play();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void rest() {
    if (busy != null) {
      busy.interrupt();
      busy = null;
    }
  }

  private Place here() {
    Place at = city.gateway().whereIs(unitId);
    return at == null ? home : at;
  }

  private void answer(String assignment, String incidentId) throws InterruptedException {
    // A reserved crew is held, not alerted.
    while (step.equals("reserved")) {
      city.pace().sleep(2);
    }
    city.pace().sleep(4, 18);
    press(assignment, "acknowledged");
    city.pace().sleep(turnoutSeconds() * 0.5, turnoutSeconds() * 1.2);
    press(assignment, "en-route");
    @Nullable Place scene = scene(incidentId);
    while (scene == null) {
      city.pace().sleep(10);
      scene = scene(incidentId);
    }
    city.drive().go(unitId, here(), scene, city.pace().between(0.85, 1.1));
    press(assignment, "on-scene");
    if (agency.equals("medical")) {
      care(assignment);
    } else {
      work(assignment, city.pace().between(480, agency.equals("fire") ? 2400 : 1300));
    }
    press(assignment, "cleared");
  }

  private double turnoutSeconds() {
    return switch (agency) {
      case "fire" -> 70;
      case "medical" -> 50;
      default -> 25;
    };
  }

  private void care(String assignment) throws InterruptedException {
    city.pace().sleep(40, 120);
    press(assignment, "at-patient");
    work(assignment, city.pace().between(420, 1000));
    Place hospital = city.nearestHospital(here());
    if (hospital != null && city.pace().chance(0.6)) {
      press(assignment, "transporting");
      city.drive().go(unitId, here(), hospital, 0.9);
      press(assignment, "at-destination");
      work(assignment, city.pace().between(400, 900));
    }
  }

  /// Works on the scene and tells the desk now and then that all is well.
  private void work(String assignment, double seconds) throws InterruptedException {
    for (double left = seconds; left > 0; left -= CHECK_EVERY_SECONDS) {
      city.pace().sleep(Math.min(left, CHECK_EVERY_SECONDS));
      city.door()
          .post(
              "/assignments/" + assignment + "/crew-check",
              city.door().object(),
              UUID.randomUUID().toString());
    }
  }

  private void press(String assignment, String next) {
    if (STEPS.indexOf(step) >= STEPS.indexOf(next)) {
      return;
    }
    ObjectNode body = city.door().object().put("step", next);
    Answer answer =
        city.door().post("/assignments/" + assignment + "/status", body, assignment + "-" + next);
    if (answer instanceof Answer.Done) {
      step = next;
    }
  }

  private @Nullable Place scene(String incidentId) {
    JsonNode incident = city.door().get("/incidents/" + incidentId).bodyOrNull();
    if (incident == null || !incident.hasNonNull("lat")) {
      return null;
    }
    return new Place(incident.path("lat").asDouble(), incident.path("lon").asDouble(), "");
  }

  private void goHome() throws InterruptedException {
    city.pace().sleep(10, 40);
    while (roams) {
      city.drive().go(unitId, here(), city.addresses().any(), 0.55);
      city.pace().sleep(60, 400);
    }
    if (here().metresTo(home) > 60) {
      city.drive().go(unitId, here(), home, 0.75);
    }
    city.gateway().at(unitId, home, 0, 0);
    if (status.equals("available-in-quarters")) {
      return;
    }
    ObjectNode body = city.door().object().put("status", "available-in-quarters");
    city.door().post("/units/" + unitId + "/status", body, UUID.randomUUID().toString());
  }
}
