package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where stations, hospitals, schools, parks stand: spread over the city as evenly as a city
/// manages.
final class Facilities {
  /// No school needs more.
  private static final double MOST_M2 = 60_000;

  private final double radius;
  private final Dice dice;
  private final double areaKm2;

  Facilities(double radiusMetres, Dice dice) {
    this.radius = radiusMetres;
    this.dice = dice;
    this.areaKm2 = Math.PI * radiusMetres * radiusMetres / 1e6;
  }

  /// What needs more ground than one small block has, to be set aside before streets fill it.
  List<Growth.Wish> wishes() {
    List<Growth.Wish> wishes = new ArrayList<>();
    wishes.add(new Growth.Wish(Use.BAZAAR, new Point(0, 0), 200, 60_000, 900_000));
    wishes.add(new Growth.Wish(Use.PARK, new Point(700, -250), 500, 90_000, 280_000));
    wishes.add(new Growth.Wish(Use.STADIUM, Point.polar(1.1, radius * 0.3), 900, 50_000, 110_000));
    wishes.add(
        new Growth.Wish(Use.UNIVERSITY, Point.polar(5.4, radius * 0.35), 900, 60_000, 140_000));
    add(wishes, Use.PARK, spread(perKm2(7), 0.2, 0.85), 50_000, 190_000);
    add(wishes, Use.INDUSTRY, spread(perKm2(7), 0.55, 0.92), 70_000, 260_000);
    add(wishes, Use.CEMETERY, spread(perKm2(2), 0.6, 0.9), 50_000, 130_000);
    add(wishes, Use.HOSPITAL, spread(perKm2(7), 0.1, 0.8), 22_000, 70_000);
    return wishes;
  }

  private void add(
      List<Growth.Wish> wishes, Use use, List<Point> places, double fromM2, double toM2) {
    for (Point place : places) {
      wishes.add(new Growth.Wish(use, place, 650, fromM2, toM2));
    }
  }

  /// At least `inDefaultCity`, more in a larger one.
  private int perKm2(int inDefaultCity) {
    return (int) Math.max(inDefaultCity, Math.round(inDefaultCity * areaKm2 / 56));
  }

  /// Places between two shares of the radius, far from each other: of some candidates always the
  /// one farthest from those chosen so far.
  private List<Point> spread(int count, double fromShare, double toShare) {
    List<Point> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Point best = candidate(fromShare, toShare);
      for (int j = 0; j < 12 && !places.isEmpty(); j++) {
        Point other = candidate(fromShare, toShare);
        if (metresToNearest(other, places) > metresToNearest(best, places)) {
          best = other;
        }
      }
      places.add(best);
    }
    return places;
  }

  private Point candidate(double fromShare, double toShare) {
    double from2 = fromShare * fromShare;
    double share = Math.sqrt(dice.between(from2, toShare * toShare));
    return Point.polar(dice.between(0, 2 * Math.PI), share * radius);
  }

  private static double metresToNearest(Point at, List<Point> places) {
    double nearest = Double.MAX_VALUE;
    for (Point place : places) {
      nearest = Math.min(nearest, place.metresTo(at));
    }
    return nearest;
  }

  /// A block that may be given to something public.
  private record Site(Plan.Block block, Point centre, double areaM2, boolean onWideStreet) {
    static Site of(Plan.Block block) {
      List<Point> outline = block.outline();
      boolean wide =
          block.ring.stream()
              .anyMatch(
                  v -> v.edges.stream().anyMatch(e -> e.kind().compareTo(Kind.TERTIARY) <= 0));
      return new Site(block, Point.centroid(outline), Point.area(outline), wide);
    }

    /// A wide street in front is worth a longer way.
    double costFrom(Point place) {
      return centre.metresTo(place) + (onWideStreet ? 0 : 300);
    }
  }

  /// Gives small blocks their public use, after the streets are there.
  void settle(Growth growth, Skeleton skeleton) {
    Map<Plan.Block, Use> uses = growth.uses;
    List<Site> free = new ArrayList<>();
    for (Plan.Block block : skeleton.plan.blocks) {
      boolean livedIn = uses.getOrDefault(block, Use.GREEN).isLivedIn();
      if (livedIn && Growth.roundness(block.outline()) > 0.45) {
        free.add(Site.of(block));
      }
    }
    for (Growth.Wish wish : growth.unmet()) {
      take(free, uses, wish.near(), wish.use(), 8_000);
    }
    settle(free, uses, Use.FIRE_STATION, spread(perKm2(10), 0.08, 0.88), 6_000);
    settle(free, uses, Use.POLICE, spread(perKm2(8), 0.05, 0.85), 5_000);
    settle(free, uses, Use.AMBULANCE_STATION, spread(perKm2(6), 0.1, 0.82), 5_000);
    settle(free, uses, Use.GAS_SERVICE, spread(perKm2(4), 0.3, 0.85), 5_000);
    settle(free, uses, Use.CLINIC, spread(perKm2(16), 0.05, 0.9), 5_000);
    settle(free, uses, Use.BUS_STATION, spread(perKm2(2), 0.55, 0.85), 10_000);
    settle(free, uses, Use.SCHOOL, spread(perKm2(48), 0.08, 0.93), 9_000);
    settle(free, uses, Use.KINDERGARTEN, spread(perKm2(60), 0.08, 0.93), 5_000);
    take(free, uses, new Point(520, 420), Use.TOWN_HALL, 8_000);
    settle(free, uses, Use.SQUARE, spread(perKm2(14), 0.1, 0.8), 4_000);
    railwayStations(uses, skeleton);
  }

  private static void settle(
      List<Site> free, Map<Plan.Block, Use> uses, Use use, List<Point> places, double fromM2) {
    for (Point place : places) {
      take(free, uses, place, use, fromM2);
    }
  }

  private static void take(
      List<Site> free, Map<Plan.Block, Use> uses, Point place, Use use, double fromM2) {
    int best = -1;
    double lowest = Double.MAX_VALUE;
    for (int i = 0; i < free.size(); i++) {
      Site site = free.get(i);
      double cost = site.costFrom(place);
      if (cost < lowest && site.areaM2 >= fromM2 && site.areaM2 <= MOST_M2) {
        best = i;
        lowest = cost;
      }
    }
    if (best >= 0) {
      uses.put(free.remove(best).block, use);
    }
  }

  /// Three blocks that lie at the railway: one in the middle of its run, one towards each end.
  private static void railwayStations(Map<Plan.Block, Use> uses, Skeleton skeleton) {
    List<Site> atTheRails = new ArrayList<>();
    for (Plan.Block block : skeleton.plan.blocks) {
      if (uses.get(block) != Use.INDUSTRY && isAtTheRails(block)) {
        atTheRails.add(Site.of(block));
      }
    }
    for (Plan.Street street : skeleton.plan.streets) {
      List<Point> points = street.edges.stream().map(e -> e.from.at).toList();
      if (street.kind == Kind.RAIL && !points.isEmpty()) {
        for (int sixths : new int[] {3, 1, 5}) {
          take(
              atTheRails, uses, points.get(points.size() * sixths / 6), Use.RAILWAY_STATION, 3_000);
        }
      }
    }
  }

  private static boolean isAtTheRails(Plan.Block block) {
    boolean rails = false;
    boolean road = false;
    for (int i = 0; i < block.ring.size(); i++) {
      Kind kind = block.edge(i).kind();
      rails |= kind == Kind.RAIL;
      road |= kind.isRoad();
    }
    return rails && road;
  }
}
