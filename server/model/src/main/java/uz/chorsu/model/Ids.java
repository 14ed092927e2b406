package uz.chorsu.model;

import java.util.Locale;
import java.util.UUID;

/// Reads ids as they come in from outside.
final class Ids {
  private Ids() {}

  static UUID parse(String field, String text) {
    try {
      UUID id = UUID.fromString(text);
      // UUID.fromString also takes short groups; only the canonical form is an id.
      if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new Refused(field, "a UUID", text);
    }
    throw new Refused(field, "a UUID", text);
  }
}
