package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the schemas of the description into [Schema]. `allOf` is one object with all members;
/// `oneOf` is only known with `null` as the other side, which is all that requests need.
final class Schemas {
  private final JsonNode root;

  Schemas(JsonNode root) {
    this.root = root;
  }

  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.get("$ref").asText().substring(1))) : node;
  }

  Schema read(JsonNode raw) {
    JsonNode node = resolve(raw);
    if (node.has("oneOf")) {
      return readNullable(node.get("oneOf"));
    }
    Set<String> types = types(node);
    Map<String, Schema> members = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    collect(node, members, required);
    boolean counted = types.contains("array");
    boolean text = types.contains("string");
    String low = counted ? "minItems" : text ? "minLength" : "minimum";
    String high = counted ? "maxItems" : text ? "maxLength" : "maximum";
    return new Schema(
        types,
        words(node),
        node.path(low).asDouble(text || counted ? 0 : Double.NEGATIVE_INFINITY),
        node.path(high).asDouble(Double.POSITIVE_INFINITY),
        node.has("pattern") ? Pattern.compile(node.get("pattern").asText()) : null,
        node.has("format") ? node.get("format").asText() : null,
        members.isEmpty() ? null : members,
        required,
        node.has("items") ? read(node.get("items")) : null,
        node.path("x-personal").asBoolean(),
        node.get("default"));
  }

  private Schema readNullable(JsonNode choices) {
    Schema found = null;
    for (JsonNode choice : choices) {
      if (!choice.path("type").asText().equals("null")) {
        if (found != null) {
          throw new IllegalStateException("oneOf is only understood with null: " + choices);
        }
        found = read(choice);
      }
    }
    if (found == null) {
      throw new IllegalStateException("oneOf without a value: " + choices);
    }
    Set<String> types = new HashSet<>(found.types());
    types.add("null");
    return new Schema(
        types,
        found.words(),
        found.from(),
        found.to(),
        found.pattern(),
        found.format(),
        found.members(),
        found.required(),
        found.items(),
        found.personal(),
        found.fallback());
  }

  private void collect(JsonNode node, Map<String, Schema> members, Set<String> required) {
    for (JsonNode part : node.path("allOf")) {
      collect(resolve(part), members, required);
    }
    node.path("properties")
        .properties()
        .forEach(member -> members.put(member.getKey(), read(member.getValue())));
    node.path("required").forEach(name -> required.add(name.asText()));
  }

  private static Set<String> types(JsonNode node) {
    Set<String> types = new HashSet<>();
    JsonNode type = node.path("type");
    if (type.isArray()) {
      type.forEach(name -> types.add(name.asText()));
    } else if (type.isTextual()) {
      types.add(type.asText());
    } else {
      types.add(node.has("allOf") ? "object" : "string");
    }
    node.path("enum").forEach(word -> types.add(word.isNull() ? "null" : "string"));
    return types;
  }

  private static @Nullable Set<String> words(JsonNode node) {
    if (!node.has("enum")) {
      return null;
    }
    Set<String> words = new LinkedHashSet<>();
    node.get("enum")
        .forEach(word -> {
          if (!word.isNull()) {
            words.add(word.asText());
          }
        });
    return words;
  }
}
