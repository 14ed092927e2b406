package uz.chorsu.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// Requests that no honest client makes. Every one must be answered in time, none with 5xx.
final class Malformed {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> TYPES =
      List.of("application/json", "text/plain", "text/csv", "application/xml", "nonsense");
  private static final List<String> VALUES =
      List.of(
          "null",
          "NaN",
          "1e400",
          "-91",
          "181",
          "99999999999999999999999999",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "true",
          "\"\"",
          "\"2199-01-01T00:00:00Z\"",
          "\"1066-10-14T00:00:00Z\"",
          "\"' OR 1=1 --\"",
          "\"<script>alert(1)</script>\"");
  private static final List<String> FIELDS =
      List.of(
          "typeCode",
          "lat",
          "lon",
          "location",
          "address",
          "callerPhone",
          "description",
          "receivedAt",
          "incidentId",
          "unitIds",
          "step",
          "status",
          "text",
          "disposition",
          "nobodyKnowsThis");

  private final Http http;
  private final Random random;
  private int closed;

  Malformed(Http http, long seed) {
    this.http = http;
    this.random = new Random(seed);
  }

  /// @return how often each status came
  Map<Integer, Integer> send(int count) throws IOException, InterruptedException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String method = pick(METHODS);
      String target = target();
      String type = pick(TYPES.subList(0, 1 + random.nextInt(TYPES.size())));
      statuses.merge(status(method, target, type, body()), 1, Integer::sum);
    }
    return statuses;
  }

  /// After a refusal that left a body unread the server may close the connection, and this client
  /// may notice that only with its next request (RFC 9112, section 9.6): that one is sent once
  /// more.
  private int status(String method, String target, String type, byte[] body)
      throws IOException, InterruptedException {
    try {
      return http.raw(method, target, type, BodyPublishers.ofByteArray(body)).status();
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      closed++;
      return http.raw(method, target, type, BodyPublishers.ofByteArray(body)).status();
    }
  }

  /// How often a request met a connection that the server had closed.
  int closed() {
    return closed;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String target() {
    String id = random.nextBoolean() ? UUID.randomUUID().toString() : "1%00%ff";
    return switch (random.nextInt(14)) {
      case 0 -> "/api/v1/calls";
      case 1 -> "/api/v1/incidents?limit=" + random.nextInt() + "&state=maybe";
      case 2 -> "/api/v1/incidents/" + id;
      case 3 -> "/api/v1/incidents/" + id + "/assignments";
      case 4 -> "/api/v1/incidents/" + id + "/close";
      case 5 -> "/api/v1/assignments/" + id + "/status";
      case 6 -> "/api/v1/units?limit=x&cursor=%F0%9F%9A%92";
      case 7 -> "/api/v1/units/" + id + "/position";
      case 8 -> "/api/v1/search?q=" + "%27%22%2F".repeat(random.nextInt(200));
      case 9 -> "/api/v1/kpi?from=yesterday&to=" + id;
      case 10 -> "/api/v1/live/" + id + "/window";
      case 11 -> "/api/v1/journal?after=-" + random.nextInt(1000);
      case 12 -> "/api/v1/" + id;
      default -> "/" + id + "?" + "a=b&".repeat(random.nextInt(300));
    };
  }

  private byte[] body() {
    return switch (random.nextInt(6)) {
      case 0 -> new byte[0];
      case 1 -> {
        byte[] noise = new byte[random.nextInt(3000)];
        random.nextBytes(noise);
        yield noise;
      }
      case 2 -> "[".repeat(1 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8);
      case 3 ->
          ("{\"address\":\"" + "я".repeat(random.nextInt(5000))).getBytes(StandardCharsets.UTF_8);
      default -> object().getBytes(StandardCharsets.UTF_8);
    };
  }

  private String object() {
    StringBuilder json = new StringBuilder("{");
    int fields = random.nextInt(8);
    for (int i = 0; i < fields; i++) {
      json.append(i == 0 ? "" : ",").append('"').append(pick(FIELDS)).append("\":");
      json.append(pick(VALUES));
    }
    return json.append('}').toString();
  }
}
