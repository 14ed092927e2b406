package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// Checks the texts of a request (path, query, headers) against the description.
final class Requests {
  private static final int LONGEST_QUERY = 4_000;
  private static final int MOST_PARAMETERS = 30;

  private Requests() {}

  /// Splits and decodes a query string.
  ///
  /// @throws Problem 400 if it is not readable
  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    if (raw.length() > LONGEST_QUERY) {
      throw Problem.unreadable("The query is longer than " + LONGEST_QUERY + " characters");
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty() && query.putIfAbsent(name, value) != null) {
        throw Problem.unreadable("The query has a parameter twice");
      }
    }
    if (query.size() > MOST_PARAMETERS) {
      throw Problem.unreadable("The query has more than " + MOST_PARAMETERS + " parameters");
    }
    return query;
  }

  private static String decode(String text) {
    try {
      // URLDecoder replaces what is not UTF-8; the mark it leaves is not a letter anybody asks for.
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf('\uFFFD') < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      throw Problem.unreadable("The query has a broken %-escape");
    }
    throw Problem.unreadable("The query is not valid UTF-8");
  }

  /// @throws Refused naming the first parameter that is unknown, missing or breaks its rule
  static void check(
      Operation operation,
      Map<String, String> path,
      Map<String, String> query,
      Exchange.Headers headers) {
    Set<String> known = new java.util.HashSet<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      String name = parameter.name();
      String value =
          switch (parameter.in()) {
            case "path" -> path.get(name);
            case "query" -> query.get(name);
            default -> headers.get(name);
          };
      if (parameter.in().equals("query")) {
        known.add(name);
      }
      if (value == null) {
        requireAbsenceAllowed(parameter);
      } else if (!value.isEmpty() || parameter.required()) {
        parameter.schema().check(asJson(parameter.schema(), value), name);
      }
    }
    for (String name : query.keySet()) {
      if (!known.contains(name)) {
        throw new Refused(Texts.printable(name), "a parameter that the description knows", null);
      }
    }
  }

  private static void requireAbsenceAllowed(Operation.Parameter parameter) {
    if (!parameter.required()) {
      return;
    }
    if (parameter.name().equals("If-Match")) {
      throw new Problem(
          428, "precondition-required", "Send If-Match with the ETag that was read before");
    }
    throw new Refused(parameter.name(), "there", null);
  }

  private static JsonNode asJson(Schema schema, String value) {
    if (schema.types().contains("integer") || schema.types().contains("number")) {
      return Numbers.find(value).orElseGet(() -> TextNode.valueOf(value));
    }
    if (schema.types().contains("boolean") && (value.equals("true") || value.equals("false"))) {
      return BooleanNode.valueOf(value.equals("true"));
    }
    return TextNode.valueOf(value);
  }
}
