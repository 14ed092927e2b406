package uz.chorsu.command.seal;

import java.util.Set;

/// Shows of a phone number only the country and the last two digits, such as `+998 ••• •• 67`.
public final class PhoneMask {
  // Country codes of two digits (ITU-T E.164, list of assigned codes); 1 and 7 have one, the rest
  // have three.
  private static final Set<String> TWO_DIGITS =
      Set.of(
          "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
          "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
          "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");
  private static final int SHORTEST_TO_SHOW = 7;

  private PhoneMask() {}

  /// @param phone as opened; one that cannot be read shows as dots
  public static String mask(Opened phone) {
    return switch (phone) {
      case Opened.Unreadable unreadable -> "•••";
      case Opened.Words words -> mask(words.text());
    };
  }

  static String mask(String phone) {
    StringBuilder digits = new StringBuilder();
    phone.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    if (digits.length() < SHORTEST_TO_SHOW) {
      return "•••";
    }
    String tail = "••• •• " + digits.substring(digits.length() - 2);
    return phone.startsWith("+") ? "+" + country(digits.toString()) + " " + tail : tail;
  }

  private static String country(String digits) {
    if (digits.startsWith("1") || digits.startsWith("7")) {
      return digits.substring(0, 1);
    }
    return TWO_DIGITS.contains(digits.substring(0, 2))
        ? digits.substring(0, 2)
        : digits.substring(0, 3);
  }
}
