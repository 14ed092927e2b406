package uz.chorsu.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.Command;
import uz.chorsu.database.TestDatabase;

/// The whole API on a database of its own. Every answer that a test gets through [#send] is held
/// against the description.
final class ApiFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final HttpClient client = HttpClient.newHttpClient();
  final TestDatabase test = TestDatabase.create("command", "api");
  final Path folder;
  final Command command;
  final Api api;
  private final Contract contract = Contract.load();

  /// One answer.
  record Said(int status, JsonNode body, HttpResponse<String> response) {
    String text(String field) {
      return body.path(field).asText();
    }
  }

  ApiFixture() {
    try {
      folder = Files.createTempDirectory("chorsu-api-");
      Path web = Files.createDirectories(folder.resolve("web"));
      Files.writeString(web.resolve("index.html"), "<!doctype html><title>desk</title>");
      Files.writeString(web.resolve("crew.html"), "<!doctype html><title>crew</title>");
      Files.createDirectories(web.resolve("assets"));
      Files.writeString(web.resolve("assets/desk-1a2b.js"), "x".repeat(5_000));
      Files.write(folder.resolve("base.pmtiles"), new byte[1_000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    InstantSource clock = InstantSource.system();
    command =
        new Command(
            new Command.Setup(
                test.database(),
                () -> Optional.of(TestCity.roads()),
                folder.resolve("desk.keys"),
                folder.resolve("no-plan.yaml"),
                clock));
    api =
        new Api(
            new Api.Setup(
                test.database(),
                command,
                () -> Optional.of(TestCity.roads()),
                () -> Optional.of(folder.resolve("base.pmtiles")),
                false,
                Optional.of(folder.resolve("web")),
                folder.resolve("answers.keys"),
                folder.resolve("board/board.html"),
                clock));
    api.start("127.0.0.1", 0);
  }

  Said get(String path) {
    return send("GET", path, null);
  }

  Said post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  /// @param path after `/api/v1`
  Said send(String method, String path, @Nullable String body, String... headers) {
    HttpResponse<String> response = raw(method, "/api/v1" + path, body, headers);
    JsonNode tree = contract.check(method, path, response);
    return new Said(response.statusCode(), tree, response);
  }

  HttpResponse<String> raw(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null && List.of(headers).stream().noneMatch("Content-Type"::equals)) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    api.close();
    command.close();
    test.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
