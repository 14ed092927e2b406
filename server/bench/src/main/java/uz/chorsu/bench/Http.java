package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/// A plain client of the API that repeats nothing: what is measured is each single request.
final class Http implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// @param body a missing node if there was none or it was not JSON
  record Reply(int status, JsonNode body) {
    boolean done() {
      return status >= 200 && status < 300;
    }
  }

  private final URI base;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Http(URI base) {
    this.base = base;
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  ObjectMapper json() {
    return json;
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /// A body that must be there.
  ///
  /// @throws IOException if the answer is not 2xx
  JsonNode need(String path) throws IOException, InterruptedException {
    Reply reply = get(path);
    if (!reply.done()) {
      throw new IOException("GET " + path + " answered " + reply.status() + " " + reply.body());
    }
    return reply.body();
  }

  Reply post(String path, JsonNode body, String key) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build());
  }

  Reply postText(String path, String type, String body) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  Reply put(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build());
  }

  /// Any request at all, for bad days.
  Reply raw(String method, String target, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(LIMIT)
            .header("Content-Type", type)
            .method(method, body)
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(LIMIT);
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    JsonNode body = MissingNode.getInstance();
    if (response.headers().firstValue("Content-Type").orElse("").contains("json")
        && response.body().length > 0) {
      body = json.readTree(response.body());
    }
    return new Reply(response.statusCode(), body);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
