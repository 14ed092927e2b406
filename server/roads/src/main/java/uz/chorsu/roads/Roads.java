package uz.chorsu.roads;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uz.chorsu.model.GeoPoint;

/// The road network of one imported city. Safe for many threads; closures count for every answer
/// that starts after the change.
public final class Roads implements AutoCloseable {
  /// Farther from every road than this a place counts as off the network.
  public static final double SNAP_LIMIT_METRES = 500;

  private Roads() {}

  /// Opens a folder made by {@link CityImport}, in well under a second.
  public static Roads open(Path cityDir) {
    return NotYet.built();
  }

  public City city() {
    return NotYet.built();
  }

  /// The nearest point on a road, closed or not.
  public Snap snap(GeoPoint position) {
    return NotYet.built();
  }

  /// Travel times from everywhere to one place, through one reverse shortest-path tree.
  public TravelTimes timesTo(GeoPoint place) {
    return NotYet.built();
  }

  /// The quickest way, found by a separate search (GraphHopper).
  public Route route(GeoPoint from, GeoPoint to) {
    return NotYet.built();
  }

  /// Replaces all closures. Whoever calls this keeps them.
  public void setClosures(Collection<Closure> closures) {
    NotYet.built();
  }

  /// Adds a closure, or replaces the one with the same id.
  public void closeRoad(Closure closure) {
    NotYet.built();
  }

  /// Takes a closure away; nothing happens if there is none with that id.
  public void openRoad(String closureId) {
    NotYet.built();
  }

  /// The closures in force.
  public List<Closure> closures() {
    return NotYet.built();
  }

  /// The road segments that a closure closes (or would close), as lines for the map.
  public List<List<GeoPoint>> closedSegments(Closure closure) {
    return NotYet.built();
  }

  public AddressSearch search() {
    return NotYet.built();
  }

  /// The house within 60 m, otherwise the named street within 200 m, otherwise the nearest named
  /// place within 500 m.
  public Optional<Place> describe(GeoPoint point) {
    return NotYet.built();
  }

  /// Stations and hospitals that the map names, ordered by kind and name.
  public List<Landmark> landmarks() {
    return NotYet.built();
  }

  /// Fire hydrants on the map.
  public List<GeoPoint> hydrants() {
    return NotYet.built();
  }

  @Override
  public void close() {
    NotYet.built();
  }
}
