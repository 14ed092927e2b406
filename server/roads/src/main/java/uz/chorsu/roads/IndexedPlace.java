package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.document.Document;
import uz.chorsu.model.GeoPoint;

/// A document of the search index as it is read back.
///
/// @param nameGroups one group of names, for a crossing two
/// @param folded the words of each name, folded, in the same groups
/// @param number folded house number, or empty
record IndexedPlace(
    Place.Kind kind,
    String label,
    String category,
    List<List<String>> nameGroups,
    List<List<List<String>>> folded,
    String number,
    GeoPoint point) {

  static IndexedPlace of(Document document) {
    String number = document.get(SearchIndexWriter.NUMBER);
    return new IndexedPlace(
        Place.Kind.valueOf(document.get(SearchIndexWriter.KIND)),
        document.get(SearchIndexWriter.LABEL),
        document.get(SearchIndexWriter.CATEGORY),
        groups(document.get(SearchIndexWriter.NAMES)),
        groups(document.get(SearchIndexWriter.FOLDED)).stream()
            .map(group -> group.stream().map(name -> List.of(name.split(" ", -1))).toList())
            .toList(),
        number == null ? "" : number,
        new GeoPoint(
            document.getField(SearchIndexWriter.LAT).numericValue().doubleValue(),
            document.getField(SearchIndexWriter.LON).numericValue().doubleValue()));
  }

  private static List<List<String>> groups(String stored) {
    var groups = new ArrayList<List<String>>();
    for (String group : stored.split(SearchIndexWriter.SEPARATOR.repeat(2), -1)) {
      groups.add(List.of(group.split(SearchIndexWriter.SEPARATOR, -1)));
    }
    return groups;
  }

  /// The folded names; for a crossing those of its first street.
  List<List<String>> names() {
    return folded.getFirst();
  }

  Place toPlace(double score) {
    return new Place(label, kind, point, category, alternativeNames(), score);
  }

  private List<String> alternativeNames() {
    var names = new LinkedHashSet<String>();
    nameGroups.forEach(names::addAll);
    names.remove(label);
    return List.copyOf(names);
  }
}
