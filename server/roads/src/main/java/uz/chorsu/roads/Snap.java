package uz.chorsu.roads;

import uz.chorsu.model.GeoPoint;

/// Where a position lies on the road network. It is pure geometry: it stays true when roads are
/// closed or opened, and is worth keeping until the next position arrives. It belongs to the city
/// it was made by.
public sealed interface Snap {
  /// The position that was asked for.
  GeoPoint position();

  /// On a road, at most {@link Roads#SNAP_LIMIT_METRES} away.
  ///
  /// @param roadPoint the nearest point on the road
  /// @param distanceMetres from the position to `roadPoint`
  /// @param edge number of the road segment inside this city
  /// @param offsetMetres from the segment's first end to `roadPoint`
  /// @param junction number of the junction if `roadPoint` is one, otherwise -1
  record OnRoad(
      GeoPoint position,
      GeoPoint roadPoint,
      double distanceMetres,
      int edge,
      double offsetMetres,
      int junction)
      implements Snap {

    /// Metres from the beginning of a directed edge (of this segment or a copy of it).
    double offsetMetres(int key, TimeGraph graph) {
      return (key & 1) == 0 ? offsetMetres : Math.max(0, graph.metres[key >> 1] - offsetMetres);
    }
  }

  /// Too far from every road of the city.
  record OffNetwork(GeoPoint position) implements Snap {}
}
