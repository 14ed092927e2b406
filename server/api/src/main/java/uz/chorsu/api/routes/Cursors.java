package uz.chorsu.api.routes;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Page;
import uz.chorsu.model.Refused;

/// Reads the parts of cursors back; a cursor that was tampered with is refused.
final class Cursors {
  private Cursors() {}

  static Instant instant(String part) {
    try {
      return Instant.parse(part);
    } catch (DateTimeParseException e) {
      throw notOurs();
    }
  }

  static UUID uuid(String part) {
    try {
      return UUID.fromString(part);
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  static int integer(String part) {
    try {
      return Integer.parseInt(part);
    } catch (NumberFormatException e) {
      throw notOurs();
    }
  }

  /// The cursor of the next page; null at the end.
  static <T> @Nullable String next(Page<T> page, Function<T, String> cursor) {
    return page.more() ? cursor.apply(page.items().getLast()) : null;
  }

  private static Refused notOurs() {
    return new Refused("cursor", "the nextCursor of this list", null);
  }
}
