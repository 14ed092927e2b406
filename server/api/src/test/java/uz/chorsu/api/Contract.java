package uz.chorsu.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uz.chorsu.api.http.Description;

/// Holds answers against `openapi.yaml`: the status and media type are described, the body fits its
/// schema (networknt's validator), and it has no member that the description does not know.
final class Contract {
  private final JsonNode root;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new HashMap<>();

  private Contract(JsonNode root) {
    this.root = root;
  }

  static Contract load() {
    return new Contract(Description.load().tree());
  }

  /// @return the body
  JsonNode check(String method, String path, HttpResponse<String> response) {
    String name = method + " " + path + " " + response.statusCode();
    JsonNode operation = operation(method, path.replaceAll("\\?.*", ""));
    JsonNode described = operation.path("responses").path("" + response.statusCode());
    if (described.isMissingNode()) {
      require(response.statusCode() >= 400, name + " is not described");
      described = operation.path("responses").path("default");
    }
    described = resolve(described);
    if (!described.has("content")) {
      require(response.body().isEmpty(), name + " has a body that is not described");
      return NullNode.instance;
    }
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = described.path("content").path(type);
    require(!content.isMissingNode(), name + " is " + type + ", which is not described");
    if (!type.endsWith("json")) {
      return NullNode.instance;
    }
    JsonNode body = ApiFixture.parse(response.body());
    List<Error> errors =
        schemas
            .computeIfAbsent(content.path("schema").toString(), key -> compile(content))
            .validate(body);
    require(errors.isEmpty(), name + " " + errors + "\n" + response.body());
    List<String> unknown = new ArrayList<>();
    findUnknown(content.path("schema"), body, "", unknown);
    require(unknown.isEmpty(), name + " has members that are not described: " + unknown);
    return body;
  }

  private Schema compile(JsonNode content) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(content.path("schema"));
    whole.set("$defs", root.at("/components/schemas"));
    return registry.getSchema(
        ApiFixture.parse(whole.toString().replace("#/components/schemas/", "#/$defs/")));
  }

  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> one : root.path("paths").properties()) {
      String pattern = one.getKey().replaceAll("\\{[^}]+\\}", "[^/]+");
      JsonNode operation = one.getValue().path(method.toLowerCase(Locale.ROOT));
      if (path.matches(pattern) && !operation.isMissingNode()) {
        return operation;
      }
    }
    throw new AssertionError(method + " " + path + " is not described");
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  private void findUnknown(JsonNode raw, JsonNode value, String at, List<String> unknown) {
    JsonNode schema = resolve(raw);
    for (JsonNode choice : schema.path("oneOf")) {
      findUnknown(choice, value, at, unknown);
    }
    if (value.isArray()) {
      value.forEach(item -> findUnknown(schema.path("items"), item, at + "[]", unknown));
    }
    Map<String, JsonNode> members = new HashMap<>();
    collect(schema, members);
    if (!value.isObject() || members.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    value.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode member = members.get(name);
      if (member == null) {
        unknown.add(at + "." + name);
      } else {
        findUnknown(member, value.path(name), at + "." + name, unknown);
      }
    }
  }

  private void collect(JsonNode schema, Map<String, JsonNode> members) {
    schema.path("allOf").forEach(part -> collect(resolve(part), members));
    schema.path("properties").properties().forEach(p -> members.put(p.getKey(), p.getValue()));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
