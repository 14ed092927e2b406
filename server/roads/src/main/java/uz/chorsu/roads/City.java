package uz.chorsu.roads;

/// What an imported city is, as kept in its `city.json`.
///
/// @param name as the map names it, otherwise the name of the file
/// @param bounds the smallest box around all roads
/// @param sourceSha256 hash of the OpenStreetMap file, lower-case hexadecimal
/// @param sourceFileName the file's own name, without its folder
/// @param formatVersion of the files beside `city.json`; see {@link CityImport#FORMAT_VERSION}
public record City(
    String name,
    GeoBox bounds,
    Counts counts,
    String sourceSha256,
    String sourceFileName,
    int formatVersion) {

  /// @param junctions nodes of the road network
  /// @param roadSegments edges between two junctions, each counted once
  /// @param directedEdges edges counted once for each direction that may be driven
  /// @param turnRestrictions forbidden turns taken over from the map
  public record Counts(
      int junctions,
      int roadSegments,
      int directedEdges,
      int turnRestrictions,
      int streets,
      int houses,
      int crossings,
      int places,
      int landmarks,
      int hydrants) {}
}
