package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// `openapi.yaml`, read once: what the API is, told to people and obeyed by the program.
public final class Description {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final int USUAL_BODY_BYTES = 256 * 1024;

  private final byte[] yaml;
  private final JsonNode root;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  private Description(byte[] yaml) throws IOException {
    this.yaml = yaml;
    this.root = new YAMLMapper().readTree(yaml);
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(verb -> {
                  if (METHODS.contains(verb.getKey())) {
                    add(path.getKey(), path.getValue(), verb.getKey(), verb.getValue());
                  }
                }));
  }

  /// The description that this program serves.
  public static Description load() {
    try (InputStream in = Description.class.getResourceAsStream("/uz/chorsu/api/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not in the program");
      }
      return new Description(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Collection<Operation> operations() {
    return operations.values();
  }

  /// @throws IllegalArgumentException if it is not described
  public Operation get(String operationId) {
    Operation operation = operations.get(operationId);
    if (operation == null) {
      throw new IllegalArgumentException("openapi.yaml has no operation " + operationId);
    }
    return operation;
  }

  /// The whole description.
  public JsonNode tree() {
    return root;
  }

  /// Methods that a path is described with; none if it is not described.
  ///
  /// @param base what stands before the described paths
  Set<String> methodsOf(String path, String base) {
    Set<String> methods = new TreeSet<>();
    if (path.startsWith(base)) {
      String[] parts = path.substring(base.length()).split("/", -1);
      for (Operation operation : operations.values()) {
        if (matches(operation.path().split("/", -1), parts)) {
          methods.add(operation.method());
        }
      }
    }
    return methods;
  }

  private static boolean matches(String[] described, String[] asked) {
    if (described.length != asked.length) {
      return false;
    }
    for (int i = 0; i < asked.length; i++) {
      if (!described[i].startsWith("{") && !described[i].equals(asked[i])) {
        return false;
      }
    }
    return true;
  }

  /// As it stands in the file.
  public byte[] yaml() {
    return yaml.clone();
  }

  private void add(String path, JsonNode shared, String method, JsonNode node) {
    Schemas schemas = new Schemas(root);
    List<Operation.Parameter> parameters = new ArrayList<>();
    for (JsonNode owner : List.of(shared, node)) {
      for (JsonNode raw : owner.path("parameters")) {
        JsonNode parameter = schemas.resolve(raw);
        parameters.add(
            new Operation.Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                schemas.read(parameter.path("schema"))));
      }
    }
    String id = node.path("operationId").asText();
    Operation operation =
        new Operation(
            id,
            method.toUpperCase(Locale.ROOT),
            path,
            node.path("summary").asText(),
            List.copyOf(parameters),
            node.has("requestBody") ? body(schemas, node.get("requestBody")) : null,
            Operation.Load.valueOf(node.path("x-load").asText("ordinary").toUpperCase(Locale.ROOT)),
            node.path("x-max-body-bytes").asInt(USUAL_BODY_BYTES));
    if (id.isEmpty() || operations.putIfAbsent(id, operation) != null) {
      throw new IllegalStateException(method + " " + path + " needs an operationId of its own");
    }
  }

  private static Operation.Body body(Schemas schemas, JsonNode node) {
    Map.Entry<String, JsonNode> content =
        ((ObjectNode) node.get("content")).properties().iterator().next();
    return new Operation.Body(
        node.path("required").asBoolean(),
        content.getKey(),
        schemas.read(content.getValue().path("schema")));
  }
}
