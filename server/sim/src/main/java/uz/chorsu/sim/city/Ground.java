package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ground of one block: what remains inside once the streets around it have their width.
final class Ground {
  private Ground() {}

  /// The block drawn in by half the width of each street around it and `moreMetres`.
  ///
  /// @return null if nothing useful remains
  static @Nullable List<Point> of(Plan.Block block, double moreMetres) {
    int size = block.ring.size();
    List<Point> inner = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Point before = block.ring.get(Math.floorMod(i - 1, size)).at;
      Point at = block.ring.get(i).at;
      Point after = block.ring.get((i + 1) % size).at;
      double in = block.edge(Math.floorMod(i - 1, size)).kind().halfWidthMetres() + moreMetres;
      double out = block.edge(i).kind().halfWidthMetres() + moreMetres;
      inner.add(corner(before, at, after, in, out));
    }
    double area = Point.area(inner);
    double whole = block.areaM2();
    if (area < 0.15 * whole || area > whole) {
      return null;
    }
    // Drawn in too far, sides turn around: leave those corners out.
    List<Point> sound = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Point before = inner.get(i);
      Point after = inner.get((i + 1) % size);
      Point side = block.ring.get((i + 1) % size).at.minus(block.ring.get(i).at);
      if (after.minus(before).dot(side) > 0) {
        sound.add(before);
      }
    }
    return sound.size() < 3 ? null : sound;
  }

  private static Point corner(Point before, Point at, Point after, double in, double out) {
    Point first = at.minus(before).unit();
    Point second = after.minus(at).unit();
    double turn = first.cross(second);
    if (Math.abs(turn) < 0.15) {
      return at.plus(first.plus(second).unit().left().times(Math.max(in, out)));
    }
    // Where the two sides, each moved inwards, meet.
    Point a = at.plus(first.left().times(in));
    Point b = at.plus(second.left().times(out));
    double share = b.minus(a).cross(second) / turn;
    Point meeting = a.plus(first.times(share));
    double farthest = 2.5 * Math.max(in, out);
    return meeting.metresTo(at) > farthest
        ? at.towards(meeting, farthest / meeting.metresTo(at))
        : meeting;
  }
}
