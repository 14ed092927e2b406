package uz.chorsu.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.Conflict;

/// The same request sent again, against the real table of first answers.
class RepeatsTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  @TempDir private Path keys;
  private TestDatabase test;
  private Answers answers;
  private HttpFace face;

  @BeforeEach
  void start() {
    test = TestDatabase.create();
    restart();
  }

  private void restart() {
    if (face != null) {
      face.close();
    }
    InstantSource clock = now::get;
    answers = Answers.open(test.database(), Sealer.open(keys.resolve("answers.key")), clock);
    Routes routes = new Routes(Description.load());
    routes.handle(
        "takeCall",
        exchange -> {
          Thread.sleep(100);
          if (exchange.tree().has("address")) {
            throw new Conflict("busy", "Not now");
          }
          return Answer.created(Map.of("id", exchange.requestId(), "n", done.incrementAndGet()))
              .etag(1);
        });
    face =
        new HttpFace(
            routes, answers.parts(new Meters(), id -> Optional.empty(), Set.of("127.0.0.1")));
    face.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    face.close();
    client.close();
    test.close();
  }

  @Test
  void givesTheFirstAnswerAgainAlsoAfterARestart() throws Exception {
    HttpResponse<String> first = post("one", "{}", "");
    restart();
    HttpResponse<String> again = post("one", "{}", "");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(done).hasValue(1);
  }

  @Test
  void refusesTheKeyForAnotherRequest() throws Exception {
    post("one", "{}", "");
    assertThat(post("one", "{\"kind\":\"silent\"}", "").body()).contains("key-reused");
    assertThat(post("one", "{}", UUID.randomUUID().toString()).statusCode())
        .as("another person may use the same key")
        .isEqualTo(201);
    assertThat(post("k".repeat(201), "{}", "").statusCode()).isEqualTo(422);
    assertThat(done).hasValue(2);
  }

  @Test
  void doesTheWorkOnceForRequestsAtTheSameMoment() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(client.sendAsync(request("same", "{}", ""), BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> one : all) {
      assertThat(one.get().statusCode()).isEqualTo(201);
      assertThat(one.get().body()).contains("\"n\":1");
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void keepsTheIdWhenTheAnswerWasLostInACrash() throws Exception {
    String id = id(post("one", "{}", "").body());
    test.database().ordinary().useHandle(handle -> handle.execute("DELETE FROM api.answer"));
    assertThat(id(post("one", "{}", "").body()))
        .as("so the insert meets the same id")
        .isEqualTo(id);
    assertThat(id(post("two", "{}", "").body())).isNotEqualTo(id);
    assertThat(UUID.fromString(id).version()).isEqualTo(8);
  }

  @Test
  void keepsConflictsButNotRefusalsOfForm() throws Exception {
    assertThat(post("one", "{\"address\":\"x\"}", "").statusCode()).isEqualTo(409);
    assertThat(post("one", "{\"address\":\"x\"}", "").headers().firstValue("Idempotency-Replayed"))
        .contains("true");
    assertThat(post("two", "{\"kind\":7}", "").statusCode()).isEqualTo(422);
    assertThat(post("two", "{}", "").statusCode()).isEqualTo(201);
  }

  @Test
  void forgetsAfterADayAndShowsNobodyWhatItKept() throws Exception {
    post("one", "{}", "");
    String stored =
        test.database()
            .ordinary()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT encode(body_sealed, 'escape') FROM api.answer")
                    .mapTo(String.class)
                    .one());
    assertThat(stored).doesNotContain("\"n\"");
    now.set(now.get().plus(Duration.ofHours(25)));
    assertThat(post("one", "{}", "").headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(done).hasValue(2);
    now.set(now.get().plus(Duration.ofHours(25)));
    answers.sweep();
    int left =
        test.database()
            .ordinary()
            .withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM api.answer").mapTo(Integer.class).one());
    assertThat(left).isZero();
  }

  private static String id(String body) {
    return body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> post(String key, String body, String signon) throws Exception {
    return client.send(request(key, body, signon), BodyHandlers.ofString());
  }

  private HttpRequest request(String key, String body, String signon) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + face.port() + "/api/v1/calls"))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key);
    if (!signon.isEmpty()) {
      request.header("Chorsu-Signon", signon);
    }
    return request.build();
  }
}
