package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// Finds streets, houses, crossings and named places by what a caller says. Tolerant of typing
/// errors, of unfinished words and of Latin or Cyrillic spelling. Lucene proposes candidates by
/// folded words ({@link Skeleton}), {@link NameMatch} puts them in order.
public final class AddressSearch {
  private static final int MAX_LIMIT = 100;
  private static final int CANDIDATES = 120;
  private static final int MAX_EXPANSIONS = 40;

  /// Below this a candidate has too little to do with the words.
  private static final double LOWEST_SCORE = 0.5;

  private static final double STREET_OF_HOUSE = 0.88;
  private static final double NEAR_BONUS = 0.08;
  private static final double NEAR_METRES = 3000;
  private static final double SAME_PLACE_METRES = 300;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final ReverseSearch reverse;

  private AddressSearch(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    // A dispatcher's queries hardly repeat; a cache would only take memory.
    searcher.setQueryCache(null);
    this.reverse = new ReverseSearch(searcher);
  }

  static AddressSearch open(Path folder) {
    LibraryLogs.quiet();
    try {
      return new AddressSearch(DirectoryReader.open(new MMapDirectory(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Best first. Never fails on nonsense: then the list is empty.
  ///
  /// @param near places close to it come first among equals
  /// @param limit at most this many, 1 to 100
  public List<Place> search(String query, @Nullable GeoPoint near, int limit) {
    AddressQuery parsed = AddressQuery.parse(query);
    if (parsed.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Place>();
    try {
      found.addAll(named(parsed));
      found.addAll(houses(parsed));
      found.addAll(crossings(parsed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return best(found, near, Math.clamp(limit, 1, MAX_LIMIT));
  }

  ReverseSearch reverse() {
    return reverse;
  }

  private List<Place> named(AddressQuery query) throws IOException {
    Query wanted =
        new BooleanQuery.Builder()
            .add(anyWord(query.words()), Occur.MUST)
            .add(kind(Place.Kind.HOUSE), Occur.MUST_NOT)
            .add(kind(Place.Kind.CROSSING), Occur.MUST_NOT)
            .build();
    var places = new ArrayList<Place>();
    for (IndexedPlace place : run(wanted)) {
      double fit = NameMatch.best(query.words(), place.names());
      for (AddressQuery.House house : query.houses()) {
        // A house that the map does not know: at least its street.
        fit = Math.max(fit, STREET_OF_HOUSE * NameMatch.best(house.street(), place.names()));
      }
      double bonus = place.kind() == Place.Kind.STREET ? 0.02 : 0;
      add(places, place, fit + bonus);
    }
    return places;
  }

  private List<Place> houses(AddressQuery query) throws IOException {
    var places = new ArrayList<Place>();
    for (AddressQuery.House house : query.houses()) {
      var numbers =
          new DisjunctionMaxQuery(
              List.of(
                  boosted(new TermQuery(new Term(SearchIndexWriter.NUMBER, house.number())), 5),
                  new PrefixQuery(new Term(SearchIndexWriter.NUMBER, house.number()))),
              0);
      Query wanted =
          new BooleanQuery.Builder()
              .add(anyWord(house.street()), Occur.MUST)
              .add(numbers, Occur.MUST)
              .build();
      for (IndexedPlace place : run(wanted)) {
        boolean exact = place.number().equals(house.number());
        double fit = NameMatch.best(house.street(), place.names());
        add(places, place, (fit + 0.05) * (exact ? 1 : 0.85));
      }
    }
    return places;
  }

  private List<Place> crossings(AddressQuery query) throws IOException {
    var places = new ArrayList<Place>();
    if (query.words().size() < 2) {
      return places;
    }
    Query wanted =
        new BooleanQuery.Builder()
            .add(anyWord(query.words()), Occur.MUST)
            .add(kind(Place.Kind.CROSSING), Occur.FILTER)
            .build();
    for (IndexedPlace place : run(wanted)) {
      add(places, place, crossingFit(query, place));
    }
    return places;
  }

  /// With two streets in the query both must fit; without, the words together must fit both names.
  private static double crossingFit(AddressQuery query, IndexedPlace place) {
    List<List<String>> one = place.folded().getFirst();
    List<List<String>> other = place.folded().getLast();
    if (query.corner().isEmpty()) {
      double best = 0;
      for (int i = 1; i < query.words().size(); i++) {
        List<String> head = query.words().subList(0, i);
        List<String> tail = query.words().subList(i, query.words().size());
        if (!head.stream().allMatch(StreetWords::isWeak)
            && !tail.stream().allMatch(StreetWords::isWeak)) {
          best = Math.max(best, pair(head, tail, one, other));
        }
      }
      return best * 0.95;
    }
    return pair(query.corner().getFirst(), query.corner().getLast(), one, other) * 1.1;
  }

  private static double pair(
      List<String> head, List<String> tail, List<List<String>> one, List<List<String>> other) {
    double straight = Math.min(NameMatch.best(head, one), NameMatch.best(tail, other));
    double swapped = Math.min(NameMatch.best(head, other), NameMatch.best(tail, one));
    return Math.max(straight, swapped);
  }

  private static void add(List<Place> places, IndexedPlace place, double score) {
    if (score >= LOWEST_SCORE) {
      places.add(place.toPlace(score));
    }
  }

  private List<IndexedPlace> run(Query query) throws IOException {
    var places = new ArrayList<IndexedPlace>();
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
      places.add(IndexedPlace.of(stored.document(hit.doc)));
    }
    return places;
  }

  private static Query kind(Place.Kind kind) {
    return new TermQuery(new Term(SearchIndexWriter.KIND, kind.name()));
  }

  /// Any of the words, in any of the ways to write it; those that match more words score higher.
  private static Query anyWord(List<String> words) {
    boolean onlyWeak = words.stream().allMatch(StreetWords::isWeak);
    var any = new BooleanQuery.Builder();
    for (String word : words) {
      if (onlyWeak || !StreetWords.isWeak(word)) {
        any.add(oneWord(word), Occur.SHOULD);
      }
    }
    return any.build();
  }

  private static Query oneWord(String word) {
    var term = new Term(SearchIndexWriter.WORDS, word);
    var ways = new ArrayList<Query>();
    ways.add(boosted(new TermQuery(term), 3));
    if (!Character.isDigit(word.charAt(0))) {
      ways.add(boosted(new PrefixQuery(term), 2));
      int errors = NameMatch.allowedErrors(word.length());
      if (errors > 0) {
        ways.add(new FuzzyQuery(term, errors, 0, MAX_EXPANSIONS, true));
      }
      if (word.length() >= 5) {
        // Begun and mistyped: the end of what has been typed may be wrong too.
        ways.add(boosted(new PrefixQuery(new Term(term.field(), word.substring(0, 3))), 0.2f));
      }
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }

  private static List<Place> best(List<Place> found, @Nullable GeoPoint near, int limit) {
    var ranked = new ArrayList<Place>(found.size());
    for (Place place : found) {
      double bonus =
          near == null ? 0 : NEAR_BONUS * Math.exp(-near.metresTo(place.point()) / NEAR_METRES);
      ranked.add(place.withScore(place.score() + bonus));
    }
    ranked.sort(Comparator.comparingDouble(Place::score).reversed().thenComparing(Place::label));
    var best = new ArrayList<Place>(limit);
    for (Place place : ranked) {
      if (best.size() == limit) {
        break;
      }
      if (best.stream().noneMatch(better -> isSame(better, place))) {
        best.add(place);
      }
    }
    return best;
  }

  private static boolean isSame(Place one, Place other) {
    return one.kind() == other.kind()
        && one.label().equals(other.label())
        && one.point().metresTo(other.point()) < SAME_PLACE_METRES;
  }

  void close() {
    try {
      reader.close();
      reader.directory().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
