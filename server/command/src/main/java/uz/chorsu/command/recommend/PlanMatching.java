package uz.chorsu.command.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives resources to needs so that as few as possible stay unfilled and, among those ways, the sum
/// of costs is smallest.
///
/// It adds one place after the other along a cheapest exchange (successive shortest paths, Ahuja,
/// Magnanti and Orlin, "Network Flows", 1993, chapter 9.7): the new place takes a free resource, or
/// one from another need, which then takes another. Each step keeps the whole cheapest, so the end
/// is too.
final class PlanMatching {
  /// More than any sum of costs: an unfilled place is always the dearest.
  static final long UNFILLED = 1L << 50;

  private static final int FREE = -1;

  private final long[][] cost;
  private final int[] holder;

  /// @param cost by need and resource, milliseconds; [#UNFILLED] where the resource does not fit
  /// @param resources how many there are
  private PlanMatching(long[][] cost, int resources) {
    this.cost = cost;
    this.holder = new int[resources];
    Arrays.fill(holder, FREE);
  }

  /// @param places how many resources each need asks for
  /// @param resources how many there are, also if `cost` is empty
  /// @return for each need the resources given to it
  static List<List<Integer>> match(int[] places, long[][] cost, int resources) {
    PlanMatching matching = new PlanMatching(cost, resources);
    for (int need = 0; need < places.length; need++) {
      for (int i = 0; i < places[need]; i++) {
        matching.addPlace(need);
      }
    }
    List<List<Integer>> given = new ArrayList<>();
    for (int need = 0; need < places.length; need++) {
      given.add(new ArrayList<>());
    }
    for (int resource = 0; resource < resources; resource++) {
      if (matching.holder[resource] != FREE) {
        given.get(matching.holder[resource]).add(resource);
      }
    }
    return given;
  }

  private void addPlace(int need) {
    int needs = cost.length;
    long[] distance = new long[needs];
    Arrays.fill(distance, UNFILLED);
    distance[need] = 0;
    // The resource that a need gives up, and the need that takes it.
    int[] givenUp = new int[needs];
    int[] taker = new int[needs];
    for (int round = 1; round < needs && relax(distance, givenUp, taker); round++) {}

    long best = UNFILLED;
    int end = need;
    int last = FREE;
    for (int at = 0; at < needs; at++) {
      int free = cheapestFree(at);
      long total = free == FREE ? UNFILLED : distance[at] + cost[at][free];
      // An exchange may also leave the place unfilled at another need, if that is cheaper.
      if (distance[at] < 0 && UNFILLED + distance[at] < Math.min(best, total)) {
        best = UNFILLED + distance[at];
        end = at;
        last = FREE;
      }
      if (distance[at] < UNFILLED && total < best) {
        best = total;
        end = at;
        last = free;
      }
    }
    exchange(need, end, last, givenUp, taker);
  }

  private void exchange(int need, int end, int last, int[] givenUp, int[] taker) {
    int taken = last;
    for (int at = end; ; at = taker[at]) {
      if (taken != FREE) {
        holder[taken] = at;
      }
      if (at == need) {
        return;
      }
      taken = givenUp[at];
    }
  }

  private boolean relax(long[] distance, int[] givenUp, int[] taker) {
    boolean changed = false;
    for (int resource = 0; resource < holder.length; resource++) {
      int from = holder[resource];
      if (from == FREE) {
        continue;
      }
      for (int to = 0; to < distance.length; to++) {
        if (to == from || distance[to] >= UNFILLED || cost[to][resource] >= UNFILLED) {
          continue;
        }
        long through = distance[to] + cost[to][resource] - cost[from][resource];
        if (through < distance[from]) {
          distance[from] = through;
          givenUp[from] = resource;
          taker[from] = to;
          changed = true;
        }
      }
    }
    return changed;
  }

  private int cheapestFree(int need) {
    int best = FREE;
    for (int resource = 0; resource < holder.length; resource++) {
      if (holder[resource] == FREE
          && cost[need][resource] < (best == FREE ? UNFILLED : cost[need][best])) {
        best = resource;
      }
    }
    return best;
  }
}
