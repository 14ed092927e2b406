package uz.chorsu.sim.city;

import java.util.List;
import java.util.Locale;

/// Writes an Uzbek proper name as Russian and English texts write it.
final class Spelling {
  /// Longest first: the first that fits is taken. Uzbek Latin to Russian practice, not to Uzbek
  /// Cyrillic: oʻ is у, gʻ is г, q is к.
  private static final List<String[]> RUSSIAN =
      List.of(
          pair("oʻ", "у"),
          pair("gʻ", "г"),
          pair("sh", "ш"),
          pair("ch", "ч"),
          pair("yo", "ё"),
          pair("yu", "ю"),
          pair("ya", "я"),
          pair("ye", "е"),
          pair("a", "а"),
          pair("b", "б"),
          pair("d", "д"),
          pair("e", "е"),
          pair("f", "ф"),
          pair("g", "г"),
          pair("h", "х"),
          pair("i", "и"),
          pair("j", "ж"),
          pair("k", "к"),
          pair("l", "л"),
          pair("m", "м"),
          pair("n", "н"),
          pair("o", "о"),
          pair("p", "п"),
          pair("q", "к"),
          pair("r", "р"),
          pair("s", "с"),
          pair("t", "т"),
          pair("u", "у"),
          pair("v", "в"),
          pair("x", "х"),
          pair("y", "й"),
          pair("z", "з"),
          pair("ʼ", ""),
          pair("ʻ", ""));

  private Spelling() {}

  private static String[] pair(String latin, String cyrillic) {
    return new String[] {latin, cyrillic};
  }

  static String russian(String uzbek) {
    String lower = uzbek.toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder(uzbek.length());
    for (int i = 0; i < uzbek.length(); ) {
      String[] pair = pairAt(lower, i);
      boolean startsWord = i == 0 || !Character.isLetter(lower.charAt(i - 1));
      String letter = pair[1];
      if (pair[0].equals("e") && startsWord) {
        letter = "э";
      }
      boolean capital = Character.isUpperCase(uzbek.charAt(i)) && !letter.isEmpty();
      text.append(
          capital ? letter.substring(0, 1).toUpperCase(Locale.ROOT) + letter.substring(1) : letter);
      i += pair[0].length();
    }
    return text.toString();
  }

  private static String[] pairAt(String lower, int at) {
    for (String[] pair : RUSSIAN) {
      if (lower.startsWith(pair[0], at)) {
        return pair;
      }
    }
    String other = lower.substring(at, at + 1);
    return pair(other, other);
  }

  static String english(String uzbek) {
    return uzbek.replace("ʻ", "").replace("ʼ", "");
  }
}
