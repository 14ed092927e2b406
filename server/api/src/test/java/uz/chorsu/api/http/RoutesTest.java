package uz.chorsu.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a route is written, and what the plumbing does before it runs.
class RoutesTest {
  record NewCall(
      @Nullable String kind,
      @Nullable String typeCode,
      @Nullable Double lat,
      @Nullable Place location) {}

  record Place(String method, @Nullable Double uncertaintyMetres, boolean verified) {}

  record Edit(Given<String> address, Given<Integer> priority) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpFace face;

  @BeforeEach
  void start() {
    Routes routes = new Routes(Description.load());
    routes.handle("takeCall", exchange -> Answer.created(exchange.body(NewCall.class)));
    routes.handle(
        "listUnits",
        exchange ->
            Answer.ok(Map.of("limit", exchange.limit(), "q", exchange.findQuery("q").orElse(""))));
    routes.handle(
        "editIncident",
        exchange -> {
          Edit edit = exchange.body(Edit.class);
          return Answer.ok(
              Map.of(
                  "address", edit.address().or("held") == null,
                  "priority", edit.priority().isGiven(),
                  "version", exchange.findVersion().orElse(-1L)));
        });
    face = TestFace.of(routes);
    face.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    face.close();
    client.close();
  }

  @Test
  void readsARecordAndAnswersOne() throws Exception {
    HttpResponse<String> response =
        send(
            "POST",
            "/calls",
            "{\"kind\":\"voice\",\"lat\":41.3,\"location\":{\"method\":\"map\"}}");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body())
        .isEqualTo(
            "{\"kind\":\"voice\",\"typeCode\":null,\"lat\":41.3,\"location\":{\"method\":\"map\",\"uncertaintyMetres\":null,\"verified\":false}}");
  }

  @Test
  void refusesWhatTheDescriptionDoesNotKnow() throws Exception {
    assertThat(send("POST", "/calls", "{\"latt\":41.3}").body())
        .contains("\"status\":422", "\"field\":\"latt\"");
    assertThat(send("POST", "/calls", "{\"location\":{\"method\":\"guess\"}}").body())
        .contains("\"field\":\"location.method\"", "one of caller, address", "\"value\":\"guess\"");
    assertThat(send("POST", "/calls", "{\"lat\":NaN}").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/units?limit=0", null).statusCode()).isEqualTo(422);
    assertThat(send("GET", "/units?limit=7", null).body()).contains("\"limit\":7");
  }

  @Test
  void tellsWhatIsGivenFromWhatIsCleared() throws Exception {
    String path = "/incidents/" + UUID.randomUUID();
    assertThat(send("PATCH", path, "{}").statusCode()).isEqualTo(428);
    assertThat(send("PATCH", path, "{\"address\":null}", "If-Match", "\"7\"").body())
        .contains("\"address\":true", "\"priority\":false", "\"version\":7");
  }

  @Test
  void aRouteCannotExistWithoutADescription() {
    assertThatThrownBy(() -> new Routes(Description.load()).handle("fly", e -> Answer.noContent()))
        .hasMessageContaining("fly");
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + face.port() + "/api/v1" + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
