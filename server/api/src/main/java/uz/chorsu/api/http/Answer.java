package uz.chorsu.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a handler answers.
///
/// @param body written as JSON; a `byte[]` or `String` is written as it is; null means no body
public record Answer(
    int status, String contentType, @Nullable Object body, Map<String, String> headers) {
  private static final String JSON = "application/json";

  /// One page of a list. `nextCursor` is null at the end.
  public record Page(List<?> items, @Nullable String nextCursor) {}

  /// A list that is never paged.
  public record All(List<?> items) {}

  public static Answer ok(Object body) {
    return new Answer(200, JSON, body, Map.of());
  }

  public static Answer created(Object body) {
    return new Answer(201, JSON, body, Map.of());
  }

  public static Answer noContent() {
    return new Answer(204, JSON, null, Map.of());
  }

  public static Answer all(List<?> items) {
    return ok(new All(items));
  }

  public static Answer page(List<?> items, @Nullable String nextCursor) {
    return ok(new Page(items, nextCursor));
  }

  /// Text or bytes of another type than JSON.
  public static Answer raw(String contentType, Object textOrBytes) {
    return new Answer(200, contentType, textOrBytes, Map.of());
  }

  /// The same answer with `ETag: "version"`, which comes back in `If-Match`.
  public Answer etag(long version) {
    return header("ETag", "\"" + version + "\"");
  }

  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, Map.copyOf(more));
  }
}
