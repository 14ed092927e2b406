package uz.chorsu.sim.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts refused rows by name and remembers where the first of each stood.
final class Findings {
  private static final int FIRST = 5;

  private static final class Count {
    private long rows;
    private final List<Long> first = new ArrayList<>();
  }

  private final Map<String, Count> byName = new LinkedHashMap<>();

  void add(String name, long line) {
    Count count = byName.computeIfAbsent(name, key -> new Count());
    count.rows++;
    if (count.first.size() < FIRST) {
      count.first.add(line);
    }
  }

  long total() {
    return byName.values().stream().mapToLong(count -> count.rows).sum();
  }

  void print(PrintStream out) {
    byName.forEach((name, count) ->
        out.printf("refused: %s: %d (first at line %s)%n", name, count.rows, count.first));
  }
}
