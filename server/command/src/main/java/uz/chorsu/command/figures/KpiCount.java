package uz.chorsu.command.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.figures.Kpi.OfType;
import uz.chorsu.command.plans.CityPlan;

/// Counts a period, row by row.
final class KpiCount {
  private static final String TO_SCENE = "receivedToFirstOnScene";

  private final CityPlan plan;
  private final ZoneId zone;
  private final BusySweep busy = new BusySweep();
  private final Map<String, Samples> intervals = new LinkedHashMap<>();
  private final Map<String, Type> types = new TreeMap<>();
  private final int[] hours = new int[24];
  private final List<UnitTimes> current = new ArrayList<>();
  private int incidents;

  private static final class Type {
    private final Samples toScene;
    private int incidents;

    Type(Samples toScene) {
      this.toScene = toScene;
    }
  }

  KpiCount(CityPlan plan) {
    this.plan = plan;
    this.zone = plan.timeZone();
    for (String name :
        List.of(
            "receivedToEntry",
            "receivedToFirstDispatch",
            "dispatchToFirstEnRoute",
            "enRouteToOnScene",
            TO_SCENE,
            "dispatchToAvailable")) {
      intervals.put(name, samples(name));
    }
  }

  /// Rows of one incident come one after the other.
  void add(UnitTimes row) {
    if (!current.isEmpty() && !current.getFirst().incident().equals(row.incident())) {
      endIncident();
    }
    current.add(row);
  }

  Kpi finish(@Nullable Instant from, @Nullable Instant to, int calls) {
    if (!current.isEmpty()) {
      endIncident();
    }
    Map<String, Kpi.Interval> lengths = new LinkedHashMap<>();
    intervals.forEach((name, samples) -> lengths.put(name, samples.interval()));
    Map<String, OfType> byType = new LinkedHashMap<>();
    types.forEach(
        (code, type) -> byType.put(code, new OfType(type.incidents, type.toScene.interval())));
    BusySweep.Most most = busy.most();
    return new Kpi(
        from,
        to,
        incidents,
        calls,
        new Kpi.MostBusy(most.n(), most.at()),
        lengths,
        byType,
        java.util.Arrays.stream(hours).boxed().toList());
  }

  private void endIncident() {
    UnitTimes any = current.getFirst();
    String agency = any.agency();
    // Rows of an imported incident may differ; the earliest received counts.
    Instant received =
        current.stream().map(UnitTimes::received).min(Comparator.naturalOrder()).orElseThrow();
    Instant entry = earliest(UnitTimes::entry);
    Instant dispatch = earliest(UnitTimes::dispatch);
    Instant onScene = earliest(UnitTimes::onScene);
    UnitTimes first = firstOnScene();
    incidents++;
    hours[received.atZone(zone).getHour()]++;
    add("receivedToEntry", agency, received, entry);
    add("receivedToFirstDispatch", agency, received, dispatch);
    add("dispatchToFirstEnRoute", agency, dispatch, earliest(UnitTimes::enRoute));
    add("enRouteToOnScene", agency, first == null ? null : first.enRoute(), onScene);
    add(TO_SCENE, agency, received, onScene);
    Type type = types.computeIfAbsent(any.type(), code -> new Type(samples(TO_SCENE)));
    type.incidents++;
    type.toScene.add(agency, received, onScene);
    for (UnitTimes unit : current) {
      add("dispatchToAvailable", agency, unit.dispatch(), unit.available());
      if (unit.unit() != null && unit.dispatch() != null && unit.available() != null) {
        busy.add(unit.unit(), unit.dispatch(), unit.available());
      }
    }
    current.clear();
  }

  private void add(
      String interval, @Nullable String agency, @Nullable Instant from, @Nullable Instant to) {
    Samples samples = intervals.get(interval);
    if (samples != null) {
      samples.add(agency, from, to);
    }
  }

  private Samples samples(String interval) {
    return new Samples(agency -> plan.findTarget(interval, agency));
  }

  private @Nullable UnitTimes firstOnScene() {
    UnitTimes first = null;
    for (UnitTimes unit : current) {
      Instant at = unit.onScene();
      Instant best = first == null ? null : first.onScene();
      if (at != null && (best == null || at.isBefore(best))) {
        first = unit;
      }
    }
    return first;
  }

  private @Nullable Instant earliest(Stamped stamped) {
    return current.stream()
        .flatMap(unit -> Optional.ofNullable(stamped.of(unit)).stream())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private interface Stamped {
    @Nullable Instant of(UnitTimes unit);
  }
}
