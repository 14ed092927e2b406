package uz.chorsu.roads;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words such as "street" that say what kind of road a name is. Callers leave them out or shorten
/// them, so they weigh little; all spellings of one meaning count as the same word.
final class StreetWords {
  private static final String[][] SAME = {
    {
      "street",
      "st",
      "str",
      "ulitsa",
      "ул",
      "улица",
      "ko‘chasi",
      "ko‘cha",
      "kuchasi",
      "кўчаси",
      "кўча",
      "straße",
      "strasse",
      "rue",
      "carrer",
      "calle",
      "via",
      "кучаси"
    },
    {
      "avenue",
      "ave",
      "av",
      "prospekt",
      "prospect",
      "pr",
      "просп",
      "пр",
      "проспект",
      "шоҳ",
      "shoh",
      "shohko‘cha",
      "avinguda",
      "avenida"
    },
    {
      "road",
      "rd",
      "yo‘li",
      "yo‘l",
      "йўли",
      "тракт",
      "шоссе",
      "sh",
      "shosse",
      "route",
      "carretera",
      "weg"
    },
    {
      "boulevard",
      "blvd",
      "boul",
      "bd",
      "bvd",
      "blv",
      "bulvar",
      "бульвар",
      "б-р",
      "хиёбони",
      "xiyoboni"
    },
    {"lane", "ln", "tor", "тор", "pereulok", "переулок", "пер", "passage", "gasse", "ruelle"},
    {"drive", "dr", "proezd", "проезд", "пр-д"},
    {
      "square",
      "sq",
      "ploshchad",
      "площадь",
      "пл",
      "maydoni",
      "maydon",
      "майдони",
      "place",
      "plaça",
      "plaza",
      "platz"
    },
    {"court", "ct", "tupik", "тупик", "berk"},
    {"circle", "cir"},
    {"highway", "hwy"},
    {"parkway", "pkwy"},
    {"north", "n"},
    {"south", "s"},
    {"east", "e"},
    {"west", "w"},
    {"house", "dom", "дом", "д", "uy", "уй"},
  };

  /// Little words that carry no meaning in an address.
  private static final List<String> EMPTY =
      List.of("the", "of", "de", "la", "le", "les", "des", "du", "del", "d", "l", "na", "на", "im");

  private static final Map<String, Integer> MEANING = new HashMap<>();
  private static final Set<String> IGNORED = new HashSet<>();

  static {
    for (int meaning = 0; meaning < SAME.length; meaning++) {
      for (String word : SAME[meaning]) {
        List<String> folded = Skeleton.words(word);
        if (folded.size() == 1) {
          MEANING.putIfAbsent(folded.getFirst(), meaning);
        }
      }
    }
    EMPTY.forEach(word -> IGNORED.addAll(Skeleton.words(word)));
  }

  private StreetWords() {}

  static boolean isWeak(String word) {
    return MEANING.containsKey(word) || IGNORED.contains(word);
  }

  /// Whether both words name the same kind of road.
  static boolean same(String one, String other) {
    Integer meaning = MEANING.get(one);
    return meaning != null && meaning.equals(MEANING.get(other));
  }
}
