package uz.chorsu.roads;

import uz.chorsu.model.GeoPoint;

/// Travel times from everywhere to one place, as the roads were when it was made. Immutable; holds
/// about 8 bytes per directed edge, so keep it only while a recommendation is being made.
public final class TravelTimes {
  private final GeoPoint place;

  TravelTimes(GeoPoint place) {
    this.place = place;
  }

  public GeoPoint place() {
    return place;
  }

  /// From a position snapped by the same {@link Roads}; constant time. A straight-line estimate if
  /// either end is off the network or no open road leads from one to the other.
  public Travel from(Snap snap) {
    return NotYet.built();
  }
}
