package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person typed, taken apart.
///
/// @param words all words, folded
/// @param corner the words of the two streets if the text names a crossing ("A / B", "угол А и Б",
///   "A & B"), otherwise empty
/// @param houses ways to read it as street and number; empty without a digit
record AddressQuery(List<String> words, List<List<String>> corner, List<House> houses) {
  /// More words than any address has.
  private static final int MAX_WORDS = 10;

  private static final int MAX_NUMBERS = 3;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])\\d{1,5}(\\s?\\p{L})?(/\\d{1,4}\\p{L}?)?(?![\\p{L}\\p{N}])");

  private static final Pattern CORNER_WORDS =
      Pattern.compile(
          "(?iu)(^|\\s)(угол|уг\\.?|перекр[её]сток|пересечение|chorraha(si)?|чорраҳа(си)?|burchagi"
              + "|kesishmasi|corner( of)?|crossing( of)?|intersection( of)?)(?=\\s|$)");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s*[/&×\\\\]\\s*|\\s+(и|va|ва|and|bilan|билан|с|x|х|at|@)\\s+|\\s*,\\s*");

  /// @param street folded words without the number
  /// @param number folded, see {@link Skeleton#number}
  record House(List<String> street, String number) {}

  AddressQuery {
    words = List.copyOf(words);
    corner = List.copyOf(corner);
    houses = List.copyOf(houses);
  }

  static AddressQuery parse(String text) {
    String cut = text.length() > Skeleton.MAX_CHARS ? text.substring(0, Skeleton.MAX_CHARS) : text;
    boolean says = CORNER_WORDS.matcher(cut).find();
    String bare = CORNER_WORDS.matcher(cut).replaceAll(" ").strip();
    return new AddressQuery(words(bare), corner(bare, says), houses(bare));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  private static List<String> words(String text) {
    List<String> words = Skeleton.words(text);
    return words.size() > MAX_WORDS ? words.subList(0, MAX_WORDS) : words;
  }

  /// A comma or a little word counts as "and" only if the text says that it means a corner or both
  /// halves look like names.
  private static List<List<String>> corner(String text, boolean says) {
    String[] halves = BETWEEN.split(text, 3);
    if (halves.length < 2) {
      return List.of();
    }
    List<String> one = words(halves[0]);
    List<String> other = words(halves[1]);
    boolean names = hasName(one) && hasName(other);
    return names && (says || halves.length == 2) ? List.of(one, other) : List.of();
  }

  private static boolean hasName(List<String> words) {
    return words.stream()
        .anyMatch(word -> !StreetWords.isWeak(word) && Character.isLetter(word.charAt(0)));
  }

  private static List<House> houses(String text) {
    var houses = new LinkedHashSet<House>();
    var matcher = NUMBER.matcher(text);
    while (matcher.find() && houses.size() < MAX_NUMBERS) {
      add(houses, text, matcher.start(), matcher.end());
      int space = matcher.group().indexOf(' ');
      if (space > 0) {
        // "196 w 11th Ave": the letter may belong to the street.
        add(houses, text, matcher.start(), matcher.start() + space);
      }
    }
    return new ArrayList<>(houses);
  }

  private static void add(Set<House> houses, String text, int from, int to) {
    List<String> street = words(text.substring(0, from) + " " + text.substring(to));
    if (!street.isEmpty()) {
      houses.add(new House(street, Skeleton.number(text.substring(from, to))));
    }
  }
}
