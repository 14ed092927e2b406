package uz.chorsu.command.desk;

import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// The one check of text that people send.
public final class Texts {
  private Texts() {}

  /// Text without blanks around it; blank counts as absent.
  ///
  /// @param max longest allowed, UTF-16 characters
  /// @throws Refused if it is too long or has characters that no person types; the value is not
  ///   repeated, because any text may be personal
  public static @Nullable String check(String field, @Nullable String text, int max) {
    if (text == null) {
      return null;
    }
    String clean = text.strip();
    if (clean.isEmpty()) {
      return null;
    }
    if (clean.length() > max) {
      throw new Refused(field, "at most " + max + " characters", null);
    }
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        throw new Refused(field, "text without control characters", null);
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < clean.length()
          && Character.isLowSurrogate(clean.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new Refused(field, "valid Unicode text", null);
      }
    }
    return clean;
  }

  /// As [#check], but it must be there.
  public static String require(String field, @Nullable String text, int max) {
    String clean = check(field, text, max);
    if (clean == null) {
      throw new Refused(field, "there and not blank", null);
    }
    return clean;
  }
}
