package uz.chorsu.roads;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the libraries' chatter out of the program's log: GraphHopper tells every step of an import
/// at level INFO and warns of every odd tag of the map, Lucene advises on a preview feature of
/// Java.
final class LibraryLogs {
  /// Kept, because the logging library forgets the level of a logger that nobody holds.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("com.graphhopper"),
          Logger.getLogger("org.apache.lucene.internal.vectorization"));

  private LibraryLogs() {}

  /// From now on only severe messages.
  static void quiet() {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
