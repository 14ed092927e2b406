package uz.chorsu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.chorsu.api.ApiFixture.Said;

/// One walk through every noun; the fixture holds each answer against the description.
class ContractTest {
  private static ApiFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new ApiFixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void everyOperationHasAHandler() {
    assertThat(fixture.api.missing()).isEmpty();
  }

  @Test
  void aCallBecomesADispatchedAndClosedIncident() {
    Said signon =
        fixture.post("/signons", "{\"name\":\"Nodira\",\"desk\":\"1\",\"role\":\"dispatcher\"}");
    assertThat(signon.status()).isEqualTo(201);
    String who = signon.text("id");
    String unit =
        fixture
            .post(
                "/units",
                "{\"callSign\":\"E21\",\"agency\":\"fire\",\"kind\":\"" + kind("fire") + "\"}")
            .text("id");
    Said position =
        fixture.send("PUT", "/units/" + unit + "/position", "{\"lat\":41.3,\"lon\":69.2}");
    assertThat(position.status()).isEqualTo(204);
    Said call =
        fixture.post(
            "/calls",
            "{\"typeCode\":\"FIRE\",\"lat\":41.303,\"lon\":69.204,\"callerPhone\":\"+998901234567\"}",
            "Chorsu-Signon",
            who,
            "Idempotency-Key",
            "walk-1");
    assertThat(call.status()).isEqualTo(201);
    String incident = call.text("incidentId");
    assertThat(fixture.get("/incidents").body().path("items").get(0).path("id").asText())
        .isEqualTo(incident);
    assertThat(fixture.get("/calls").response().body()).doesNotContain("901234567");
    assertThat(fixture.get("/incidents/" + incident + "/recommendation").status()).isEqualTo(200);
    Said sent =
        fixture.post("/incidents/" + incident + "/assignments", "{\"unitIds\":[\"" + unit + "\"]}");
    assertThat(sent.status()).as(sent.response().body()).isEqualTo(201);
    String assignment = sent.body().path("outcomes").get(0).path("assignmentId").asText();
    for (String step : new String[] {"acknowledged", "en-route", "on-scene", "cleared"}) {
      Said stamped =
          fixture.post("/assignments/" + assignment + "/status", "{\"step\":\"" + step + "\"}");
      assertThat(stamped.status()).as(stamped.response().body()).isEqualTo(200);
    }
    assertThat(fixture.get("/units/" + unit + "/current").status()).isEqualTo(200);
    Said whole = fixture.get("/incidents/" + incident);
    assertThat(whole.body().path("timeline").toString()).contains("Nodira, 1");
    assertThat(whole.response().headers().firstValue("ETag")).isPresent();
    Said closed =
        fixture.post(
            "/incidents/" + incident + "/close", "{\"disposition\":\"" + disposition() + "\"}");
    assertThat(closed.status()).as(closed.response().body()).isEqualTo(200);
    assertThat(fixture.get("/incidents?state=closed").body().path("items")).hasSize(1);
    for (String path :
        new String[] {
          "/units",
          "/units/" + unit,
          "/journal",
          "/journal?after=1&limit=2",
          "/figures",
          "/kpi",
          "/kpi?from=&to=",
          "/history/imports",
          "/handovers",
          "/stations",
          "/board",
          "/calls",
          "/units?kind=none&limit=10000",
          "/config",
          "/city",
          "/closures",
          "/alerts",
          "/search?q=Navoi",
          "/describe?lat=41.301&lon=69.201",
          "/route?fromLat=41.301&fromLon=69.201&toLat=41.305&toLon=69.205",
          "/location-file?lat=41.301&lon=69.201"
        }) {
      assertThat(fixture.get(path).status()).as(path).isEqualTo(200);
    }
    Said kpi = fixture.get("/kpi");
    assertThat(kpi.body().path("incidents").asInt()).isEqualTo(1);
    assertThat(kpi.body().path("intervals").path("receivedToFirstOnScene").path("n").asInt())
        .isEqualTo(1);
    assertThat(fixture.get("/board").response().body()).contains("Chorsu board");
  }

  @Test
  void refusalsFitTheDescriptionToo() {
    String nobody = UUID.randomUUID().toString();
    assertThat(fixture.get("/incidents/" + nobody).status()).isEqualTo(404);
    assertThat(fixture.get("/units?cursor=zzz").status()).isEqualTo(422);
    assertThat(fixture.get("/kpi?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z").status())
        .isEqualTo(422);
    assertThat(fixture.send("PATCH", "/incidents/" + nobody, "{}").status()).isEqualTo(428);
    assertThat(fixture.post("/calls", "{\"lat\":91,\"lon\":0}").status()).isEqualTo(422);
    assertThat(fixture.post("/calls", "{", "Content-Type", "application/json").status())
        .isEqualTo(400);
    assertThat(fixture.send("PUT", "/live/none/window", "{\"bbox\":[1,1,2,2]}").status())
        .isEqualTo(404);
  }

  private static String kind(String agency) {
    return fixture.command.plan().unitKinds().stream()
        .filter(kind -> kind.agency().equals(agency))
        .findFirst()
        .orElseThrow()
        .code();
  }

  private static String disposition() {
    return fixture.command.plan().dispositions().getFirst().code();
  }
}
