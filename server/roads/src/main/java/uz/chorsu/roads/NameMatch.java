package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.List;

/// How well the words of a query fit the words of a name, 0 to 1.
final class NameMatch {
  private static final double PREFIX = 0.92;
  private static final double WEAK_WEIGHT = 0.15;
  private static final double EXTRA_WORD_PENALTY = 0.03;

  private NameMatch() {}

  /// The best fit over several folded names of one thing.
  static double best(List<String> query, List<List<String>> names) {
    double best = 0;
    for (List<String> name : names) {
      best = Math.max(best, fit(query, name));
    }
    return best;
  }

  /// Folded words against folded words.
  static double fit(List<String> query, List<String> name) {
    double plain = fitPlain(query, name);
    if (plain > 0.85 || query.size() < 2) {
      return plain;
    }
    double best = plain;
    for (int i = 1; i < query.size() && query.size() <= 5; i++) {
      var joined = new ArrayList<>(query);
      joined.set(i - 1, query.get(i - 1) + joined.remove(i));
      best = Math.max(best, 0.95 * fitPlain(joined, name));
    }
    return best;
  }

  private static double fitPlain(List<String> query, List<String> name) {
    boolean onlyWeak = query.stream().allMatch(StreetWords::isWeak);
    double total = 0;
    double weights = 0;
    var used = new boolean[name.size()];
    for (int q = 0; q < query.size(); q++) {
      String word = query.get(q);
      double weight = !onlyWeak && StreetWords.isWeak(word) ? WEAK_WEIGHT : 1;
      weights += weight;
      total += weight * bestWord(word, name, used);
    }
    if (weights == 0) {
      return 0;
    }
    int extra = 0;
    for (int n = 0; n < name.size(); n++) {
      extra += used[n] || StreetWords.isWeak(name.get(n)) ? 0 : 1;
    }
    return Math.max(0, total / weights - EXTRA_WORD_PENALTY * Math.min(extra, 5));
  }

  private static double bestWord(String word, List<String> name, boolean[] used) {
    double best = 0;
    int from = -1;
    int to = -1;
    for (int n = 0; n < name.size(); n++) {
      double single = word(word, name.get(n));
      if (single > best) {
        best = single;
        from = n;
        to = n;
      }
      if (n > 0) {
        double joined = 0.97 * word(word, name.get(n - 1) + name.get(n));
        if (joined > best) {
          best = joined;
          from = n - 1;
          to = n;
        }
      }
    }
    for (int n = Math.max(from, 0); n <= to; n++) {
      used[n] = true;
    }
    return best;
  }

  /// One word against one word: the same, begun, mistyped, or begun and mistyped.
  static double word(String query, String name) {
    if (query.equals(name) || StreetWords.same(query, name)) {
      return 1;
    }
    if (isNumber(query) || isNumber(name)) {
      return 0;
    }
    if (name.startsWith(query)) {
      return query.length() == 1 ? 0.7 : PREFIX + 0.07 * query.length() / name.length();
    }
    int allowed = allowedErrors(query.length());
    if (allowed == 0) {
      return 0;
    }
    double best = 0;
    int errors = distance(query, name, allowed);
    if (errors <= allowed) {
      best = 0.95 - 0.6 * errors / Math.max(query.length(), name.length());
    }
    if (query.length() >= 4 && name.length() > query.length()) {
      int prefixErrors = distance(query, name.substring(0, query.length()), allowed);
      if (prefixErrors <= allowed) {
        best = Math.max(best, 0.88 - 0.7 * prefixErrors / query.length());
      }
    }
    return best;
  }

  /// One error in a word of three to five letters, two in a longer one.
  static int allowedErrors(int length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /// Optimal string alignment (Levenshtein with neighbours swapped), cut off above the limit.
  static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int width = other.length() + 1;
    int[] beforeLast = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int lowest = i;
      for (int j = 1; j < width; j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
        lowest = Math.min(lowest, best);
      }
      if (lowest > limit) {
        return limit + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[width - 1];
  }
}
