package uz.chorsu.api.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rules for text that came from outside.
final class Texts {
  // RFC 3339 with four digits of year: other years are faults of a clock or a program.
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Texts() {}

  /// What the database could not hold: NUL, and halves of surrogate pairs.
  static Optional<String> findFault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return Optional.of("text without the character NUL");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of("text without half characters (lone surrogates)");
      }
    }
    return Optional.empty();
  }

  static boolean matchesFormat(@Nullable String format, String text) {
    return switch (format) {
      case "uuid" -> UUID.matcher(text).matches();
      case "date-time" -> findInstant(text).isPresent();
      case null, default -> true;
    };
  }

  static String formatRule(@Nullable String format) {
    return "uuid".equals(format)
        ? "a UUID"
        : "a time such as 2026-03-01T08:00:00Z (RFC 3339, with Z or an offset)";
  }

  static Optional<Instant> findInstant(String text) {
    if (!DATE_TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// The text with everything that could disturb a terminal or a page replaced.
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), 200));
    text.codePoints()
        .limit(200)
        .forEach(c ->
            clean.appendCodePoint(
                Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c));
    return clean.toString();
  }
}
