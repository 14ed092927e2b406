package uz.chorsu.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which handler does which operation of the description. Method, path, parameters, body and limits
/// come from `openapi.yaml`: what is not described cannot be reached.
public final class Routes {
  private final Description description;
  private final Map<String, RouteHandler> handlers = new LinkedHashMap<>();
  private final Map<String, StreamHandler> streams = new LinkedHashMap<>();
  private final Map<String, RawHandler> pages = new LinkedHashMap<>();
  private @Nullable RawHandler files;

  public Routes(Description description) {
    this.description = description;
  }

  /// @param operationId as in `openapi.yaml`
  /// @throws IllegalArgumentException if nothing with that id is described, or it has a handler
  public void handle(String operationId, RouteHandler handler) {
    requireNew(operationId);
    handlers.put(operationId, handler);
  }

  /// As [#handle], for an operation whose answer stays open.
  public void stream(String operationId, StreamHandler handler) {
    requireNew(operationId);
    streams.put(operationId, handler);
  }

  /// An address outside `/api/v1`, for GET and HEAD.
  public void page(String path, RawHandler handler) {
    pages.put(path, handler);
  }

  /// Every other address outside `/api`.
  public void files(RawHandler handler) {
    files = handler;
  }

  /// Operations that are described and that nobody handles, by name.
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    description.operations().forEach(operation -> missing.add(operation.id()));
    missing.removeAll(handlers.keySet());
    missing.removeAll(streams.keySet());
    return missing;
  }

  public Description description() {
    return description;
  }

  Map<String, RouteHandler> handlers() {
    return handlers;
  }

  Map<String, StreamHandler> streams() {
    return streams;
  }

  Map<String, RawHandler> pages() {
    return pages;
  }

  @Nullable RawHandler files() {
    return files;
  }

  private void requireNew(String operationId) {
    description.get(operationId);
    if (handlers.containsKey(operationId) || streams.containsKey(operationId)) {
      throw new IllegalArgumentException("Two handlers for " + operationId);
    }
  }
}
