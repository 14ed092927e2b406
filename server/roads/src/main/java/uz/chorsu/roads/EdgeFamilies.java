package uz.chorsu.roads;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// For each original edge itself and its copies; see {@link EdgeCopies}.
final class EdgeFamilies {
  private final Map<Integer, int[]> withCopies = new HashMap<>();

  EdgeFamilies(int[] originals) {
    for (int edge = 0; edge < originals.length; edge++) {
      int original = originals[edge];
      if (original != edge) {
        int[] before = withCopies.getOrDefault(original, new int[] {original});
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = edge;
        withCopies.put(original, after);
      }
    }
  }

  int[] of(int original) {
    int[] family = withCopies.isEmpty() ? null : withCopies.get(original);
    return family == null ? new int[] {original} : family;
  }
}
