package uz.chorsu.command.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.figures.Kpi.Interval;
import uz.chorsu.command.plans.CityPlan.Target;

/// The lengths of one interval.
final class Samples {
  private final Function<@Nullable String, Optional<Target>> targets;
  private double[] seconds = new double[64];
  private int n;
  private int contradicting;
  private int withTarget;
  private int met;
  private @Nullable Target only;
  private boolean mixed;

  /// @param targets the target for an agency
  Samples(Function<@Nullable String, Optional<Target>> targets) {
    this.targets = targets;
  }

  /// Counts if both are there.
  void add(@Nullable String agency, @Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null) {
      return;
    }
    if (to.isBefore(from)) {
      contradicting++;
      return;
    }
    if (n == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * n);
    }
    double length = Duration.between(from, to).toNanos() / 1e9;
    seconds[n++] = length;
    targets.apply(agency).ifPresent(target -> compare(target, length));
  }

  Interval interval() {
    double[] sorted = Arrays.copyOf(seconds, n);
    Arrays.sort(sorted);
    Target target = mixed ? null : only;
    return new Interval(
        n,
        n == 0 ? null : NearestRank.of(sorted, 50),
        n == 0 ? null : NearestRank.of(sorted, 90),
        contradicting,
        target == null ? null : (double) target.seconds(),
        target == null ? null : target.share(),
        withTarget == 0 ? null : (double) met / withTarget);
  }

  private void compare(Target target, double length) {
    withTarget++;
    if (length <= target.seconds()) {
      met++;
    }
    mixed |= only != null && !only.equals(target);
    only = target;
  }
}
