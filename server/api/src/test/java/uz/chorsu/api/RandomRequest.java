package uz.chorsu.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Operation;
import uz.chorsu.api.http.Schema;

/// Makes requests that almost fit the description: values of the right shape, some replaced by
/// nonsense, some bytes turned over.
final class RandomRequest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Object> NONSENSE =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "x".repeat(9_000),
          "NaN",
          -1,
          0,
          1e308,
          Long.MAX_VALUE,
          true,
          List.of(),
          Map.of(),
          List.of(List.of(List.of())),
          "'; DROP TABLE call; --",
          "%s%n",
          "\u202e",
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "00000000-0000-0000-0000-000000000000");

  private final Random random;

  RandomRequest(Random random) {
    this.random = random;
  }

  byte[] next(Operation operation) {
    StringBuilder head = new StringBuilder();
    head.append(
        chance(3) ? pick(List.of("PUT", "POST", "HEAD", "BREW", "get")) : operation.method());
    head.append(" /api/v1").append(path(operation)).append(query(operation));
    head.append(" HTTP/1.1\r\nHost: ").append(chance(2) ? "evil.example" : "localhost");
    head.append("\r\nConnection: close\r\n");
    header(head, "If-Match", 50, List.of("\"1\"", "*", "1", "\"x\"", "\"99999999999999999999\""));
    header(
        head, "Idempotency-Key", 40, List.of("k1", "k2", UUID.randomUUID().toString(), "\t", "é"));
    header(head, "Chorsu-Signon", 30, List.of(UUID.randomUUID().toString(), "x", ""));
    header(head, "Origin", 3, List.of("http://evil.example", "null", "http://localhost"));
    byte[] body = body(operation);
    Operation.Body described = operation.body();
    if (described != null && !chance(4)) {
      head.append("Content-Type: ").append(described.contentType()).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private String path(Operation operation) {
    String id = chance(15) ? pick(List.of("x", "%00", "..", "-1", "%ff", "%F0%9F")) : someId();
    return operation.path().replaceAll("\\{[^}]+\\}", id);
  }

  private String query(Operation operation) {
    StringBuilder query = new StringBuilder();
    for (Operation.Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("query") && (parameter.required() ? !chance(10) : chance(40))) {
        Object value = String.valueOf(value(parameter.schema()));
        query.append(query.isEmpty() ? "?" : "&").append(parameter.name()).append('=');
        query.append(
            chance(5)
                ? "%C3%28"
                : URLEncoder.encode(shortened(value.toString()), StandardCharsets.UTF_8));
      }
    }
    return chance(3) ? query + "&&=&=" : query.toString();
  }

  private byte[] body(Operation operation) {
    Operation.Body described = operation.body();
    if (described == null || chance(3)) {
      return new byte[0];
    }
    byte[] body =
        described.contentType().equals("application/json")
            ? json(value(described.schema()))
            : csv();
    if (chance(10) && body.length > 0) {
      body[random.nextInt(body.length)] = (byte) random.nextInt();
    }
    return body;
  }

  private byte[] csv() {
    String head =
        chance(20) ? "callSign;agency" : "callSign,agency,kind,skills,station,lat,lon,crew";
    return (head
            + "\nE"
            + random.nextInt(99)
            + ",fire,engine,,,41.3,69.2,\n\"\n,,,,,,,,\nE1,\u0001,x")
        .getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable Object value(Schema schema) {
    if (chance(6)) {
      return pick(NONSENSE);
    }
    List<String> types = new ArrayList<>(schema.types());
    return switch (pick(types)) {
      case "null" -> null;
      case "boolean" -> random.nextBoolean();
      case "integer" -> (int) number(schema);
      case "number" -> number(schema);
      case "array" -> list(schema);
      case "object" -> object(schema);
      default -> text(schema);
    };
  }

  private Object text(Schema schema) {
    Set<String> words = schema.words();
    if (words != null) {
      return pick(new ArrayList<>(words));
    }
    return switch (schema.format()) {
      case "uuid" -> someId();
      case "date-time" ->
          "20" + (10 + random.nextInt(80)) + "-0" + (1 + random.nextInt(9)) + "-11T02:30:00Z";
      case null, default ->
          pick(List.of("FIRE", "MEDICAL", "a", "Навои 5", "Oʻzbekiston", "1,2,3,4", "E1"));
    };
  }

  private double number(Schema schema) {
    double low = Math.max(-200, schema.from());
    double high = Math.max(low + 1, Math.min(200, schema.to()));
    return low + random.nextDouble() * (high - low);
  }

  private Object list(Schema schema) {
    List<@Nullable Object> list = new ArrayList<>();
    Schema items = schema.items();
    int size = Math.max((int) schema.from(), random.nextInt(4));
    for (int i = 0; i < size; i++) {
      list.add(items == null ? "x" : value(items));
    }
    return list;
  }

  private Object object(Schema schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    Map<String, Schema> members = schema.members();
    if (members != null) {
      members.forEach((name, member) -> {
        if (schema.required().contains(name) ? !chance(4) : chance(40)) {
          object.put(name, value(member));
        }
      });
    }
    if (chance(3)) {
      object.put("surprise", 1);
    }
    return object;
  }

  private void header(StringBuilder head, String name, int percent, List<String> values) {
    if (chance(percent)) {
      head.append(name).append(": ").append(pick(values)).append("\r\n");
    }
  }

  private String someId() {
    return new UUID(0x7000L, 0x8000_0000_0000_0000L | random.nextInt(3)).toString();
  }

  private static String shortened(String text) {
    return text.length() > 6_000 ? text.substring(0, 6_000) : text;
  }

  private static byte[] json(@Nullable Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (com.fasterxml.jackson.core.JsonGenerationException e) {
      // Half a character cannot be written; that is one of the cases.
      return "\"\\ud800\"".getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("surrogate")) {
        return "\"\\ud800\"".getBytes(StandardCharsets.UTF_8);
      }
      throw new UncheckedIOException(e);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
