package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import uz.chorsu.model.GeoPoint;

/// From a point on the map to words: the nearest house or named place.
final class ReverseSearch {
  private static final double HOUSE_METRES = 60;
  private static final double PLACE_METRES = 500;

  private final IndexSearcher searcher;

  ReverseSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Optional<Place> house(GeoPoint point) {
    return nearest(point, Place.Kind.HOUSE, HOUSE_METRES);
  }

  Optional<Place> place(GeoPoint point) {
    return nearest(point, Place.Kind.PLACE, PLACE_METRES);
  }

  private Optional<Place> nearest(GeoPoint point, Place.Kind kind, double withinMetres) {
    var query =
        new BooleanQuery.Builder()
            .add(
                LatLonPoint.newDistanceQuery(
                    SearchIndexWriter.PLACE, point.lat(), point.lon(), withinMetres),
                Occur.FILTER)
            .add(new TermQuery(new Term(SearchIndexWriter.KIND, kind.name())), Occur.FILTER)
            .build();
    var byDistance =
        new Sort(
            LatLonDocValuesField.newDistanceSort(
                SearchIndexWriter.PLACE, point.lat(), point.lon()));
    try {
      TopDocs hits = searcher.search(query, 1, byDistance);
      if (hits.scoreDocs.length == 0) {
        return Optional.empty();
      }
      var found = IndexedPlace.of(searcher.storedFields().document(hits.scoreDocs[0].doc));
      return Optional.of(found.toPlace(-point.metresTo(found.point())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
