package uz.chorsu.command.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.IncidentType.Need;

/// Chooses units for all needs of a plan at once. As few places as possible stay empty; among those
/// ways the sum of the costs (driving time, doubt, delay) is smallest. A unit that is on the
/// incident already costs nothing and keeps its place; a crew goes only once, with whichever of its
/// vehicles suits best.
///
/// @param needs in the order of the plan
/// @param chosen for each need, best first
/// @param covered for each need, how many units already on the incident serve it
record Choice(List<Need> needs, List<List<Candidate>> chosen, List<Integer> covered) {

  /// @param assigned units on the incident, any step
  /// @param free those that can be sent, in [Candidate#ORDER]
  static Choice of(List<Need> needs, Collection<FleetUnit> assigned, List<Candidate> free) {
    int[] places = needs.stream().mapToInt(Need::count).toArray();
    int total = Arrays.stream(places).sum();
    Columns columns = new Columns(needs.size());
    for (FleetUnit unit : assigned) {
      columns.addAssigned(unit, needs);
    }
    for (int need = 0; need < needs.size(); need++) {
      // More are never used: at most total - 1 better ones can go to other places.
      columns.addFree(need, needs.get(need), free, total);
    }
    List<List<Integer>> given = PlanMatching.match(places, columns.cost(), columns.size());
    List<List<Candidate>> chosen = new ArrayList<>();
    List<Integer> covered = new ArrayList<>();
    for (int need = 0; need < needs.size(); need++) {
      List<Candidate> sent = new ArrayList<>();
      int there = 0;
      for (int column : given.get(need)) {
        Candidate candidate = columns.candidate(need, column);
        if (candidate == null) {
          there++;
        } else {
          sent.add(candidate);
        }
      }
      sent.sort(Candidate.ORDER);
      chosen.add(List.copyOf(sent));
      covered.add(there);
    }
    return new Choice(needs, List.copyOf(chosen), List.copyOf(covered));
  }

  int missing(int need) {
    return needs.get(need).count() - covered.get(need) - chosen.get(need).size();
  }

  /// What the chosen units bind: their crews, or themselves.
  Set<Object> bound() {
    Set<Object> bound = new HashSet<>();
    chosen.forEach(sent -> sent.forEach(candidate -> bound.add(candidate.binding())));
    return bound;
  }

  /// What can be given only once (a crew, a unit without one, a unit already there), with its cost
  /// for each need.
  private static final class Columns {
    private final int needs;
    private final Map<Object, Integer> index = new LinkedHashMap<>();
    private final List<long[]> costs = new ArrayList<>();
    private final Map<Long, Candidate> best = new HashMap<>();

    Columns(int needs) {
      this.needs = needs;
    }

    void addAssigned(FleetUnit unit, List<Need> all) {
      long[] cost = costs.get(column(unit));
      for (int need = 0; need < needs; need++) {
        if (Candidate.fits(unit, all.get(need))) {
          cost[need] = 0;
        }
      }
    }

    void addFree(int row, Need need, List<Candidate> free, int atMost) {
      Set<Object> seen = new HashSet<>();
      for (Candidate candidate : free) {
        if (seen.size() >= atMost) {
          return;
        }
        if (candidate.fits(need) && seen.add(candidate.binding())) {
          // A free unit never counts as nothing: what is there already always comes first.
          int column = column(candidate.binding());
          costs.get(column)[row] = candidate.costMillis() + 1;
          best.put(key(row, column), candidate);
        }
      }
    }

    @Nullable Candidate candidate(int need, int column) {
      return best.get(key(need, column));
    }

    int size() {
      return costs.size();
    }

    long[][] cost() {
      long[][] byNeed = new long[needs][costs.size()];
      for (int need = 0; need < needs; need++) {
        for (int column = 0; column < costs.size(); column++) {
          byNeed[need][column] = costs.get(column)[need];
        }
      }
      return byNeed;
    }

    private int column(Object binding) {
      return index.computeIfAbsent(
          binding,
          unknown -> {
            long[] cost = new long[needs];
            Arrays.fill(cost, PlanMatching.UNFILLED);
            costs.add(cost);
            return costs.size() - 1;
          });
    }

    private static long key(int need, int column) {
      return (long) need << 32 | column;
    }
  }
}
