package uz.chorsu.command.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many different units were busy at once, and when first so many. A unit is busy from dispatch
/// up to, not including, the moment it is available; one that is on two incidents at once (imported
/// data has that) counts once.
final class BusySweep {
  private final Map<String, List<Span>> spans = new HashMap<>();

  private record Span(Instant from, Instant to) {}

  private record Step(Instant at, int change) {}

  /// @param at null when no unit was ever busy
  record Most(int n, @Nullable Instant at) {}

  /// A span that ends before it begins, or at once, counts for nothing.
  void add(String unit, Instant from, Instant to) {
    if (from.isBefore(to)) {
      spans.computeIfAbsent(unit, none -> new ArrayList<>()).add(new Span(from, to));
    }
  }

  Most most() {
    List<Step> steps = new ArrayList<>();
    spans.values().forEach(own -> addSteps(own, steps));
    // At the same moment, who becomes free goes before who becomes busy.
    steps.sort(Comparator.comparing(Step::at).thenComparingInt(Step::change));
    int busy = 0;
    int most = 0;
    Instant at = null;
    for (Step step : steps) {
      busy += step.change();
      if (busy > most) {
        most = busy;
        at = step.at();
      }
    }
    return new Most(most, at);
  }

  private static void addSteps(List<Span> own, List<Step> steps) {
    own.sort(Comparator.comparing(Span::from));
    Instant from = own.getFirst().from();
    Instant to = own.getFirst().to();
    for (Span span : own) {
      if (span.from().isAfter(to)) {
        steps.add(new Step(from, 1));
        steps.add(new Step(to, -1));
        from = span.from();
        to = span.to();
      } else if (span.to().isAfter(to)) {
        to = span.to();
      }
    }
    steps.add(new Step(from, 1));
    steps.add(new Step(to, -1));
  }
}
