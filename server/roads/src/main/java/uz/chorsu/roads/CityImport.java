package uz.chorsu.roads;

import java.nio.file.Path;
import java.util.Optional;

/// Reads an OpenStreetMap file into a folder of its own, `<cache>/<sha256 of the file>/`: road
/// network, search index and `city.json`.
public final class CityImport {
  /// Raised whenever the files in a city folder change their meaning; older folders are then made
  /// anew.
  public static final int FORMAT_VERSION = 1;

  private final Path cacheDir;

  /// @param cacheDir made if missing; holds one folder per city
  public CityImport(Path cacheDir) {
    this.cacheDir = cacheDir.toAbsolutePath();
  }

  /// Imports the file, or answers at once if the same bytes were imported before.
  ///
  /// @param osmFile `.osm.pbf`, `.osm` or `.osm.gz`, told apart by content, sorted or not
  /// @return the city's folder, for {@link Roads#open}
  /// @throws uz.chorsu.model.Refused saying what is wrong with the file and where; nothing is left
  ///   behind then
  public Path importFile(Path osmFile, ImportProgress progress) {
    return NotYet.built();
  }

  /// The folder of these very bytes, if they were imported before.
  public Optional<Path> findImported(Path osmFile) {
    if (cacheDir.equals(osmFile)) {
      return Optional.empty();
    }
    return NotYet.built();
  }
}
