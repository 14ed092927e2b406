package uz.chorsu.api.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One operation as the description has it.
///
/// @param path with `{name}` places, after `/api/v1`
/// @param load who goes first when there is too much to do
/// @param maxBodyBytes a larger body is refused with 413
public record Operation(
    String id,
    String method,
    String path,
    String summary,
    List<Parameter> parameters,
    @Nullable Body body,
    Load load,
    int maxBodyBytes) {

  /// @param in `path`, `query` or `header`
  public record Parameter(String name, String in, boolean required, Schema schema) {}

  /// @param contentType what it must be
  public record Body(boolean required, String contentType, Schema schema) {}

  /// Classes of work, most urgent first. Each has places of its own, so that a flood of one cannot
  /// take those of another.
  public enum Load {
    URGENT,
    ORDINARY,
    BULK
  }

  Optional<Parameter> find(String in, String name) {
    return parameters.stream().filter(p -> p.in().equals(in) && p.name().equals(name)).findFirst();
  }
}
