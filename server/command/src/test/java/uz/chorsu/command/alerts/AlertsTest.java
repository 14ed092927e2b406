package uz.chorsu.command.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uz.chorsu.command.alerts.AlertDesk.NODIRA;
import static uz.chorsu.command.alerts.AlertDesk.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.command.Command;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;

/// Alerts against real servers, also one that hangs and one that is not there.
class AlertsTest {
  @Test
  void a01_nothingGoesOutUnlessTheAdministratorNamedIt() {
    try (AlertDesk desk = new AlertDesk()) {
      IncidentId incident = desk.call("MEDICAL", "stroke");
      AssignmentId assignment = desk.send(incident, desk.unit("A1", "ambulance"));
      assertThat(desk.alerts(incident)).isEqualTo("crew-page=sent");
      desk.step(assignment, Step.ACKNOWLEDGED);
      assertThat(desk.alerts(incident)).isEqualTo("crew-page=received");
    }
  }

  @Test
  void a02_aStationHearsWhoGoesWhereAndNothingElse(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "Bearer 42\n");
    try (Station station = new Station();
        AlertDesk desk =
            new AlertDesk(
                "{ name: bell, url: \"%s\", credentialFile: \"%s\" }"
                    .formatted(station.url(), secret))) {
      IncidentId incident = desk.call("MEDICAL", "stroke");
      desk.send(incident, desk.unit("A1", "ambulance"));
      await("the bell rings", () -> desk.alerts(incident).equals("bell=sent crew-page=sent"));
      assertThat(station.rings).hasSize(1);
      Station.Ring ring = station.rings.getFirst();
      assertThat(ring.authorization()).isEqualTo("Bearer 42");
      assertThat(ring.key()).isEqualTo(desk.alert(incident, "bell").id().toString());
      assertThat(ring.path()).isEqualTo("/alert");
      JsonNode body = JsonMapper.builder().build().readTree(ring.body());
      assertThat(names(body))
          .containsExactlyInAnyOrder(
              "alertId",
              "receiptPath",
              "dispatchedAt",
              "unit",
              "incident",
              "callSign",
              "kind",
              "agency",
              "station",
              "number",
              "typeCode",
              "subtypeCode",
              "typeName",
              "en",
              "ru",
              "uz",
              "priority",
              "alarmLevel",
              "address",
              "lat",
              "lon");
      assertThat(body.at("/incident/address").asText()).isEqualTo("Navoiy 12");
      assertThat(body.at("/unit/callSign").asText()).isEqualTo("A1");
      assertThat(ring.body())
          .as("neither the caller nor the caller's words")
          .doesNotContain(AlertDesk.PHONE, "Karimova", "husband", "4711");
    }
  }

  @Test
  void a03_onlyPortsOfTheAgencyAreCalled() {
    try (Station station = new Station();
        AlertDesk desk =
            new AlertDesk(
                "{ name: fire-bell, url: \"%s\", agencies: [fire] }".formatted(station.url()),
                "{ name: north-bell, url: \"%s\", stations: [North] }".formatted(station.url()))) {
      IncidentId incident = desk.call("MEDICAL", null);
      desk.send(incident, desk.unit("A1", "ambulance"));
      assertThat(desk.alerts(incident)).isEqualTo("crew-page=sent");
    }
  }

  @Test
  void a04_oneThatHangsDelaysNoOther() {
    try (Station hanging = new Station();
        Station bell = new Station();
        AlertDesk desk =
            new AlertDesk(
                "{ name: hanging, url: \"%s\", timeoutSeconds: 1 }".formatted(hanging.url()),
                "{ name: bell, url: \"%s\" }".formatted(bell.url()))) {
      hanging.hangs();
      IncidentId incident = desk.call("MEDICAL", null);
      for (int i = 0; i < 6; i++) {
        desk.send(incident, desk.unit("A" + i, "ambulance"));
      }
      await("all bells ring", () -> bell.rings.size() == 6);
      await(
          "the hanging one is noticed",
          () -> "no answer within 1 s".equals(desk.alert(incident, "hanging").problem()));
      assertThat(desk.alert(incident, "hanging").state()).isEqualTo(Alert.State.WAITING);
    }
  }

  @Test
  void a05_aRefusedAlertIsSentAgainAndGivenUpAfterAQuarterOfAnHour() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (AlertDesk desk =
        new AlertDesk("{ name: bell, url: \"http://127.0.0.1:%d/\" }".formatted(nobody))) {
      IncidentId incident = desk.call("MEDICAL", null);
      desk.send(incident, desk.unit("A1", "ambulance"));
      await("the first attempt fails", () -> desk.alert(incident, "bell").problem() != null);
      assertThat(desk.alert(incident, "bell").problem()).isEqualTo("no connection");
      assertThat(desk.alert(incident, "bell").attempts()).isEqualTo(1);
      desk.pass(3);
      await("the second attempt", () -> desk.alert(incident, "bell").attempts() == 2);
      desk.pass(901);
      await("it is given up", () -> desk.alerts(incident).equals("bell=failed crew-page=sent"));
      assertThat(desk.command.journal().after(0, 1000).stream().map(row -> row.text()))
          .anyMatch(text -> text.contains("bell did not take it (no connection)"))
          .anyMatch(text -> text.contains("bell was given up (no connection)"));
    }
  }

  @Test
  void a06_anErrorIsTriedAgainAndARedirectIsNotFollowed() {
    try (Station station = new Station();
        AlertDesk desk = new AlertDesk("{ name: bell, url: \"%s\" }".formatted(station.url()))) {
      station.answers(307);
      IncidentId incident = desk.call("MEDICAL", null);
      desk.send(incident, desk.unit("A1", "ambulance"));
      await(
          "the redirect counts as a failure",
          () -> "answered with status 307".equals(desk.alert(incident, "bell").problem()));
      station.answers(500);
      desk.pass(3);
      await("tried again", () -> station.rings.size() == 2);
      station.answers(200);
      await(
          "noted", () -> "answered with status 500".equals(desk.alert(incident, "bell").problem()));
      desk.pass(5);
      await("sent at last", () -> desk.alerts(incident).startsWith("bell=sent"));
      assertThat(station.rings.stream().map(Station.Ring::path)).containsOnly("/alert");
      assertThat(station.rings.stream().map(Station.Ring::key).distinct()).hasSize(1);
    }
  }

  @Test
  void a07_whatACrashInterruptedIsSentByTheNextProcess() {
    try (Station station = new Station();
        AlertDesk desk = new AlertDesk("{ name: bell, url: \"%s\" }".formatted(station.url()))) {
      // Stopped before the dispatch: as if it crashed between dispatch and sending.
      desk.command.close();
      IncidentId incident = desk.call("MEDICAL", null);
      desk.send(incident, desk.unit("A1", "ambulance"));
      // Another one was taken for sending, and then its process died.
      IncidentId other = desk.call("MEDICAL", null);
      desk.send(other, desk.unit("A2", "ambulance"));
      desk.test
          .database()
          .ordinary()
          .useHandle((Handle handle) ->
              handle.execute(
                  "UPDATE command.alert SET attempts = 1, due_at = ? WHERE port = 'bell' AND incident_id = ?",
                  desk.time().plus(Duration.ofSeconds(60)),
                  other.value()));
      assertThat(station.rings).isEmpty();
      try (Command next = desk.open()) {
        assertThat(next.plan().alertPorts()).hasSize(1);
        await("the first is sent", () -> station.rings.size() == 1);
        desk.pass(61);
        await("the interrupted one is sent", () -> station.rings.size() == 2);
      }
    }
  }

  @Test
  void a08_aReceiptCountsOnce() {
    try (AlertDesk desk = new AlertDesk()) {
      IncidentId incident = desk.call("MEDICAL", null);
      desk.send(incident, desk.unit("A1", "ambulance"));
      UUID id = desk.alert(incident, "crew-page").id();
      desk.pass(5);
      desk.command.alerts().received(NODIRA, id, null, "phone 7");
      desk.pass(5);
      desk.command.alerts().received(NODIRA, id, null, null);
      Alert alert = desk.alert(incident, "crew-page");
      assertThat(alert.state()).isEqualTo(Alert.State.RECEIVED);
      assertThat(alert.receivedAt()).isEqualTo(desk.time().minusSeconds(5));
      assertThat(
              desk.command.journal().after(0, 1000).stream().filter(r -> r.kind().equals("alert")))
          .hasSize(1);
      assertThatThrownBy(
              () -> desk.command.alerts().received(NODIRA, UUID.randomUUID(), null, null))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void a09_anAlertOfAnEndedAssignmentIsNotSentLate() {
    try (Station station = new Station();
        AlertDesk desk = new AlertDesk("{ name: bell, url: \"%s\" }".formatted(station.url()))) {
      station.answers(503);
      IncidentId incident = desk.call("MEDICAL", null);
      AssignmentId assignment = desk.send(incident, desk.unit("A1", "ambulance"));
      await("the first attempt fails", () -> desk.alert(incident, "bell").problem() != null);
      desk.step(assignment, Step.CANCELLED);
      desk.pass(3);
      await("it is given up", () -> desk.alert(incident, "bell").state() == Alert.State.FAILED);
    }
  }

  @Test
  void a10_listsArePaged() {
    try (AlertDesk desk = new AlertDesk()) {
      IncidentId incident = desk.call("MEDICAL", null);
      for (int i = 0; i < 5; i++) {
        desk.send(incident, desk.unit("A" + i, "ambulance"));
      }
      Set<UUID> seen = new TreeSet<>();
      UUID after = null;
      for (int page = 0; page < 3; page++) {
        var read = desk.command.alerts().list(null, after, 2);
        assertThat(read.more()).isEqualTo(page < 2);
        read.items().forEach(alert -> assertThat(seen.add(alert.id())).isTrue());
        after = read.items().getLast().id();
      }
      assertThat(seen).hasSize(5);
    }
  }

  @Test
  void thePauseDoublesUpToAMinute() {
    assertThat(Alerts.pause(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Alerts.pause(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Alerts.pause(50)).isEqualTo(Duration.ofSeconds(60));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
      String name = fields.next();
      names.add(name);
      names.addAll(names(node.get(name)));
    }
    return names;
  }
}
