package uz.chorsu.roads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// Finds streets, houses, crossings and named places by what a caller says. Tolerant of typing
/// errors, of unfinished words and of Latin or Cyrillic spelling.
public final class AddressSearch {
  AddressSearch() {}

  /// Best first. Never fails on nonsense: then the list is empty.
  ///
  /// @param near places close to it come first among equals
  /// @param limit at most this many, 1 to 100
  public List<Place> search(String query, @Nullable GeoPoint near, int limit) {
    if (query.isEmpty()) {
      return List.of();
    }
    throw new UnsupportedOperationException();
  }
}
