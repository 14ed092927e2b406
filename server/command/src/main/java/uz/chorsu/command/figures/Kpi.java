package uz.chorsu.command.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a period was like, in the shape of the API; each figure is defined in
/// `docs/reference/kpi.md`.
public record Kpi(
    @Nullable Instant from,
    @Nullable Instant to,
    int incidents,
    int calls,
    MostBusy maxUnitsBusy,
    Map<String, Interval> intervals,
    Map<String, OfType> byType,
    List<Integer> byHour) {

  /// @param at the first moment at which so many were busy
  public record MostBusy(int n, @Nullable Instant at) {}

  /// @param n how many have both stamps in the right order
  /// @param contradicting how many have them in the wrong order; they count for nothing else
  /// @param targetSeconds null without a target, or when agencies have different ones
  /// @param withinTarget share of those with a target that met it
  public record Interval(
      int n,
      @Nullable Double p50Seconds,
      @Nullable Double p90Seconds,
      int contradicting,
      @Nullable Double targetSeconds,
      @Nullable Double targetShare,
      @Nullable Double withinTarget) {}

  /// Incidents of one type.
  public record OfType(int incidents, Interval receivedToFirstOnScene) {}
}
