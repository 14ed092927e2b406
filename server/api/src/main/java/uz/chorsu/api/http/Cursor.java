package uz.chorsu.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import uz.chorsu.model.Refused;

/// Where a page of a list ends, as text that callers hand back without looking inside.
public final class Cursor {
  private static final String BETWEEN = "\u001f";

  private Cursor() {}

  /// @param parts what the list is sorted by, of its last item
  public static String write(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(text.isEmpty() ? "" : BETWEEN).append(part);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<String> read(String cursor, int parts) {
    try {
      String text = Json.text(Base64.getUrlDecoder().decode(cursor));
      List<String> read = List.of(text.split(BETWEEN, -1));
      if (read.size() == parts && Texts.findFault(text).isEmpty()) {
        return read;
      }
    } catch (IllegalArgumentException | Problem e) {
      throw notOurs(cursor);
    }
    throw notOurs(cursor);
  }

  private static Refused notOurs(String cursor) {
    return new Refused("cursor", "the nextCursor of this list", Texts.printable(cursor));
  }
}
