package uz.chorsu.roads;

import uz.chorsu.model.GeoPoint;

/// Travel times from everywhere to one place, as the roads were when it was made. Immutable; holds
/// about 8 bytes per directed edge, so keep it only while a recommendation is being made.
public final class TravelTimes {
  private static final double UNREACHABLE = Double.POSITIVE_INFINITY;

  private final GeoPoint place;
  private final Snap target;
  private final Locator locator;
  private final TimeGraph open;
  private final EdgeFamilies families;
  private final TimeTree.Result tree;

  private TravelTimes(
      Snap target, Locator locator, TimeGraph open, EdgeFamilies families, TimeTree.Result tree) {
    this.place = target.position();
    this.target = target;
    this.locator = locator;
    this.open = open;
    this.families = families;
    this.tree = tree;
  }

  /// @param search used by this call alone
  static TravelTimes grow(
      GeoPoint place, Locator locator, TimeGraph open, EdgeFamilies families, TimeTree search) {
    Snap target = locator.snapToOpen(place, open);
    search.start(open);
    TimeTree.Result tree =
        switch (target) {
          case Snap.OffNetwork _ -> new TimeTree.Result(new int[0], new float[0]);
          case Snap.OnRoad road when road.junction() >= 0 -> {
            search.reachJunction(road.junction());
            yield search.run(_ -> -1);
          }
          case Snap.OnRoad road -> {
            int edge = road.edge();
            for (int member : families.of(edge)) {
              for (int key = member * 2; key <= member * 2 + 1; key++) {
                if (open.millis[key] != TimeGraph.CLOSED) {
                  search.reachFromTail(key, millis(open, key, road.offsetMetres(key, open)));
                }
              }
            }
            yield search.run(
                key -> open.originals[key >> 1] == edge ? road.offsetMetres(key, open) : -1);
          }
        };
    return new TravelTimes(target, locator, open, families, tree);
  }

  public GeoPoint place() {
    return place;
  }

  /// From a position snapped by the same {@link Roads}; constant time. A straight-line estimate if
  /// either end is off the network or no open road leads from one to the other. Whoever stands on a
  /// closed road is taken to start from the nearest open one.
  public Travel from(Snap snap) {
    if (!(target instanceof Snap.OnRoad to) || !(snap instanceof Snap.OnRoad from)) {
      return Travel.straightLine(snap.position(), place);
    }
    if (!Locator.isOpen(open, from.edge())) {
      if (!(locator.snapToOpen(from.position(), open) instanceof Snap.OnRoad moved)) {
        return Travel.straightLine(snap.position(), place);
      }
      from = moved;
    }
    Travel best = from.junction() >= 0 ? fromJunction(from.junction(), to) : fromEdge(from, to);
    return best.seconds() == UNREACHABLE ? Travel.straightLine(snap.position(), place) : best;
  }

  private Travel fromJunction(int junction, Snap.OnRoad to) {
    if (junction == to.junction()) {
      return new Travel(0, 0, Estimate.ROAD);
    }
    Travel best = new Travel(UNREACHABLE, 0, Estimate.ROAD);
    for (int i = open.first[junction]; i < open.first[junction + 1]; i++) {
      int key = open.leaving[i];
      if (open.millis[key] != TimeGraph.CLOSED) {
        best = quicker(best, onward(key, open.metres[key >> 1]));
        if (to.junction() < 0 && open.originals[key >> 1] == to.edge()) {
          best = quicker(best, stretch(key, to.offsetMetres(key, open)));
        }
      }
    }
    return best;
  }

  private Travel fromEdge(Snap.OnRoad from, Snap.OnRoad to) {
    Travel best = new Travel(UNREACHABLE, 0, Estimate.ROAD);
    for (int edge : families.of(from.edge())) {
      for (int key = edge * 2; key <= edge * 2 + 1; key++) {
        if (open.millis[key] == TimeGraph.CLOSED) {
          continue;
        }
        double done = from.offsetMetres(key, open);
        best = quicker(best, onward(key, open.metres[edge] - done));
        if (to.junction() < 0 && to.edge() == from.edge()) {
          double ahead = to.offsetMetres(key, open) - done;
          if (ahead >= 0) {
            best = quicker(best, stretch(key, ahead));
          }
        }
      }
    }
    return best;
  }

  /// The last metres of an edge and then the tree.
  private Travel onward(int key, double metresLeft) {
    int fromHead = tree.millis()[key];
    if (fromHead == TimeTree.UNREACHED) {
      return new Travel(UNREACHABLE, 0, Estimate.ROAD);
    }
    Travel stretch = stretch(key, metresLeft);
    return new Travel(
        stretch.seconds() + fromHead / 1000.0,
        stretch.metres() + tree.metres()[key],
        Estimate.ROAD);
  }

  private Travel stretch(int key, double metres) {
    return new Travel(millis(open, key, metres) / 1000.0, Math.max(0, metres), Estimate.ROAD);
  }

  private static Travel quicker(Travel one, Travel other) {
    return other.seconds() < one.seconds() ? other : one;
  }

  /// Time for a part of an edge.
  private static int millis(TimeGraph open, int key, double metres) {
    double share = Math.clamp(metres / open.metres[key >> 1], 0, 1);
    return (int) Math.ceil(share * open.millis[key]);
  }
}
