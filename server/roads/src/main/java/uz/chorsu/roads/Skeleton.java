package uz.chorsu.roads;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Folds a name to what remains of it when spelling, script and accents are taken away, so that
/// "Амир Темур", "Amir Temur" and "Amir Timur" come close to each other. Both sides of every
/// comparison are folded; the result is never shown.
///
/// The rules merge what the three languages of an Uzbek city write differently: the apostrophes of
/// oʻ and gʻ go, `o` and `a` are one ("Bobur" and "Бабур", "Toshkent" and "Ташкент"), `x`, `h` and
/// `kh` are one, `q` and `k`, `y` and `й` go ("Navoiy", "Навои"), doubled letters are single.
/// Rules: Uzbek Cyrillic and Latin after the law of 2 September 1993 with its tables of letters;
/// Russian after the passport rules (ICAO Doc 9303, part 3, section 6).
final class Skeleton {
  /// Nobody says a longer address; a longer text is cut.
  static final int MAX_CHARS = 200;

  private static final String CYRILLIC =
      "а=a б=b в=v г=g ғ=g д=d е=e ё=o ж=j з=z и=i й= к=k қ=k л=l м=m н=n о=o ў=o п=p р=r с=s т=t "
          + "у=u ф=f х=h ҳ=h ц=s ч=c ш=w щ=w ъ= ы=i ь= э=e ю=u я=a є=e і=i ї=i ө=o ү=u ң=n ұ=u ә=a "
          + "һ=h җ=j ґ=g";

  private static final String[] CYRILLIC_LATIN = new String[0x530 - 0x400];

  static {
    for (String rule : CYRILLIC.split(" ", -1)) {
      CYRILLIC_LATIN[rule.charAt(0) - 0x400] = rule.substring(2);
    }
  }

  /// Latin digraphs, longest first; `c` stands for ch and `w` for sh, which leaves one letter for
  /// one sound, so that one typing error stays one.
  private static final String[][] DIGRAPHS = {
    {"shch", "w"}, {"sch", "w"}, {"tch", "c"}, {"dzh", "j"}, {"sh", "w"}, {"ch", "c"}, {"kh", "h"},
    {"zh", "j"}, {"gh", "g"}, {"ph", "f"}, {"th", "t"}, {"dj", "j"}, {"ts", "s"}, {"ck", "k"},
    {"ce", "se"}, {"ci", "si"}, {"qu", "k"},
  };

  private Skeleton() {}

  /// The folded words, none of them empty.
  static List<String> words(String text) {
    String cut = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    String lower = Normalizer.normalize(cut, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (isApostrophe(c)) {
        continue;
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        finish(word, words);
      }
    }
    finish(word, words);
    return words;
  }

  /// A house number without spaces and with its letters folded, such as `12a` or `7/2`.
  static String number(String text) {
    var out = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isDigit(c) || c == '/') {
        out.append(c);
      } else if (Character.isLetter(c)) {
        out.append(latin(c));
      }
    }
    return out.toString();
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(fold(word.toString()));
      word.setLength(0);
    }
  }

  private static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '`', '´', 'ʻ', 'ʼ', '‘', '’', 'ʹ', 'ʽ', '′', '＇' -> true;
      default -> false;
    };
  }

  private static String fold(String word) {
    var latin = new StringBuilder(word.length() + 4);
    word.chars().forEach(c -> latin.append(latin((char) c)));
    String text = stripMarks(latin.toString());
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      String[] digraph = digraphAt(text, i);
      if (digraph != null) {
        appendSingle(folded, digraph[1]);
        i += digraph[0].length();
      } else {
        appendSingle(folded, single(text.charAt(i)));
        i++;
      }
    }
    return folded.isEmpty() ? text.isEmpty() ? word : text : folded.toString();
  }

  /// Cyrillic letters become what Latin digraphs become later, so they must not be folded again:
  /// `c` and `w` are written as upper case until then.
  private static String latin(char c) {
    if (c >= 0x400 && c < 0x530) {
      String mapped = CYRILLIC_LATIN[c - 0x400];
      return mapped == null ? String.valueOf(c) : mapped.replace('c', 'C').replace('w', 'W');
    }
    return switch (c) {
      case 'ß' -> "s";
      case 'æ' -> "e";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ' -> "d";
      case 'ı' -> "i";
      default -> String.valueOf(c);
    };
  }

  private static String stripMarks(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String @Nullable [] digraphAt(String text, int at) {
    for (String[] digraph : DIGRAPHS) {
      if (text.startsWith(digraph[0], at)) {
        return digraph;
      }
    }
    return null;
  }

  private static String single(char c) {
    return switch (c) {
      case 'o' -> "a";
      case 'x' -> "h";
      case 'q', 'c' -> "k";
      case 'w' -> "v";
      case 'y' -> "";
      case 'C' -> "c";
      case 'W' -> "w";
      default -> String.valueOf(c);
    };
  }

  private static void appendSingle(StringBuilder folded, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      boolean doubled = !folded.isEmpty() && folded.charAt(folded.length() - 1) == c;
      if (!doubled || Character.isDigit(c)) {
        folded.append(c);
      }
    }
  }
}
