package uz.chorsu.command.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMatchingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isAsGoodAsTheBestOfAllWays(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int[] places = new int[1 + random.nextInt(4)];
      for (int need = 0; need < places.length; need++) {
        places[need] = 1 + random.nextInt(2);
      }
      int resources = random.nextInt(7);
      long[][] cost = new long[places.length][resources];
      for (long[] row : cost) {
        for (int i = 0; i < resources; i++) {
          row[i] = random.nextInt(3) == 0 ? PlanMatching.UNFILLED : random.nextInt(20);
        }
      }
      List<List<Integer>> given = PlanMatching.match(places, cost, resources);
      String what =
          "seed %d, round %d: %s %s"
              .formatted(seed, round, Arrays.toString(places), Arrays.deepToString(cost));
      assertValid(what, places, cost, given);
      assertThat(worth(cost, places, given)).as(what).isEqualTo(best(places, cost, resources));
    }
  }

  private static void assertValid(
      String what, int[] places, long[][] cost, List<List<Integer>> given) {
    List<Integer> used = new ArrayList<>();
    for (int need = 0; need < places.length; need++) {
      assertThat(given.get(need)).as(what).hasSizeLessThanOrEqualTo(places[need]);
      for (int resource : given.get(need)) {
        assertThat(cost[need][resource]).as(what).isLessThan(PlanMatching.UNFILLED);
        used.add(resource);
      }
    }
    assertThat(used).as(what).doesNotHaveDuplicates();
  }

  private static long worth(long[][] cost, int[] places, List<List<Integer>> given) {
    long sum = 0;
    for (int need = 0; need < places.length; need++) {
      sum += PlanMatching.UNFILLED * (places[need] - given.get(need).size());
      for (int resource : given.get(need)) {
        sum += cost[need][resource];
      }
    }
    return sum;
  }

  /// Tries every way to give each resource to a need or to none.
  private static long best(int[] places, long[][] cost, int resources) {
    return best(places.clone(), cost, resources, 0);
  }

  private static long best(int[] left, long[][] cost, int resources, int resource) {
    if (resource == resources) {
      return PlanMatching.UNFILLED * Arrays.stream(left).sum();
    }
    long best = best(left, cost, resources, resource + 1);
    for (int need = 0; need < left.length; need++) {
      if (left[need] > 0 && cost[need][resource] < PlanMatching.UNFILLED) {
        left[need]--;
        best = Math.min(best, cost[need][resource] + best(left, cost, resources, resource + 1));
        left[need]++;
      }
    }
    return best;
  }
}
