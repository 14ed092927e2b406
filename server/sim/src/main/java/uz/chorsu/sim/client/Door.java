package uz.chorsu.sim.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A client of Chorsu's public API. Requests are repeated with the same idempotency key when the
/// connection breaks or the server says "slow down" (429, 503), up to a number of tries.
public final class Door implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final URI base;
  private final int tries;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private volatile @Nullable String signonId;

  /// @param base such as `http://127.0.0.1:8080`
  /// @param tries how often one request is made before it counts as unanswered, at least 1
  public Door(URI base, int tries) {
    this.base = base;
    this.tries = tries;
  }

  /// Signs on, so that the record names who acts through this door.
  ///
  /// @param role one of the API's roles, such as `dispatcher`
  public Answer signOn(String name, String desk, String role) {
    ObjectNode body = object();
    body.put("name", name).put("desk", desk).put("role", role);
    Answer answer = post("/signons", body, null);
    if (answer instanceof Answer.Done done) {
      signonId = done.body().path("id").asText();
    }
    return answer;
  }

  public ObjectNode object() {
    return json.createObjectNode();
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /// @param key the idempotency key; null only where a repeat does no harm
  public Answer post(String path, JsonNode body, @Nullable String key) {
    return send("POST", path, body, key == null ? Map.of() : Map.of("Idempotency-Key", key));
  }

  public Answer put(String path, JsonNode body) {
    return send("PUT", path, body, Map.of());
  }

  public Answer patch(String path, JsonNode body, String etag) {
    return send("PATCH", path, body, Map.of("If-Match", etag));
  }

  private Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest request = request(method, path, body, headers);
    Answer last = new Answer.Silent("not asked");
    for (int attempt = 1; attempt <= tries; attempt++) {
      long pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(attempt, 10));
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        last = read(response);
        if (response.statusCode() != 429 && response.statusCode() != 503) {
          return last;
        }
        pauseMillis =
            response
                .headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,3}"))
                .map(value -> Long.parseLong(value) * 1000)
                .orElse(pauseMillis);
      } catch (IOException e) {
        last = new Answer.Silent(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Answer.Silent("interrupted");
      }
      if (attempt < tries && !pause(pauseMillis)) {
        return new Answer.Silent("interrupted");
      }
    }
    return last;
  }

  private HttpRequest request(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve("/api/v1" + path))
            .timeout(LIMIT)
            .header("Accept", "application/json");
    headers.forEach(builder::header);
    String signon = signonId;
    if (signon != null) {
      builder.header("Chorsu-Signon", signon);
    }
    if (body == null) {
      return builder.method(method, BodyPublishers.noBody()).build();
    }
    try {
      return builder
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer read(HttpResponse<byte[]> response) {
    JsonNode body = MissingNode.getInstance();
    if (response.body().length > 0) {
      try {
        body = json.readTree(response.body());
      } catch (IOException e) {
        return new Answer.Silent("an answer that is not JSON, status " + response.statusCode());
      }
    }
    int status = response.statusCode();
    return status >= 200 && status < 300
        ? new Answer.Done(status, body, response.headers().firstValue("ETag").orElse(""))
        : new Answer.No(status, body);
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  HttpClient http() {
    return http;
  }

  URI base() {
    return base;
  }

  ObjectMapper json() {
    return json;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
