package uz.chorsu.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which handler does which operation of the description. Method, path, parameters, body and limits
/// come from `openapi.yaml`: what is not described cannot be reached.
public final class Routes {
  private final Description description;
  private final Map<String, RouteHandler> handlers = new LinkedHashMap<>();

  public Routes(Description description) {
    this.description = description;
  }

  /// @param operationId as in `openapi.yaml`
  /// @throws IllegalArgumentException if nothing with that id is described, or it has a handler
  public void handle(String operationId, RouteHandler handler) {
    description.get(operationId);
    if (handlers.putIfAbsent(operationId, handler) != null) {
      throw new IllegalArgumentException("Two handlers for " + operationId);
    }
  }

  /// Operations that are described and that nobody handles, by name.
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    description.operations().forEach(operation -> missing.add(operation.id()));
    missing.removeAll(handlers.keySet());
    return missing;
  }

  Map<String, RouteHandler> handlers() {
    return handlers;
  }

  Description description() {
    return description;
  }
}
