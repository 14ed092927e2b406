package uz.chorsu.command.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.recommend.FleetUnit.Duty;
import uz.chorsu.command.recommend.Recommendation.RecommendedUnit;
import uz.chorsu.command.recommend.Recommendation.Shortfall;
import uz.chorsu.command.recommend.Recommendation.TakeFrom;
import uz.chorsu.roads.Travel;

/// Turns a choice into what is shown: units with their reasons, alternatives and shortfalls.
final class Proposal {
  private final CityPlan plan;
  private final Recommender.Incident incident;
  private final Choice choice;
  private final List<Candidate> free;
  private final List<Candidate> takeable;
  private final Reasons reasons;

  /// @param free all that could go, in [Candidate#ORDER]
  /// @param takeable all that could be taken from something less urgent, in the same order
  Proposal(
      CityPlan plan,
      Recommender.Incident incident,
      Choice choice,
      List<Candidate> free,
      List<Candidate> takeable) {
    this.plan = plan;
    this.incident = incident;
    this.choice = choice;
    this.free = free;
    this.takeable = takeable;
    this.reasons = new Reasons(plan);
  }

  /// @param fleet all units, for the reasons of shortfalls
  Recommendation recommendation(Instant at, Collection<FleetUnit> fleet) {
    List<RecommendedUnit> units = new ArrayList<>();
    List<RecommendedUnit> alternatives = new ArrayList<>();
    List<Shortfall> shortfalls = new ArrayList<>();
    Set<Object> bound = choice.bound();
    for (int i = 0; i < choice.needs().size(); i++) {
      Need need = choice.needs().get(i);
      List<Candidate> fitting = free.stream().filter(one -> one.fits(need)).toList();
      for (Candidate chosen : choice.chosen().get(i)) {
        units.add(shown(chosen, need, fitting));
      }
      for (Candidate other : alternatives(i, need, fitting, bound)) {
        alternatives.add(shown(other, need, fitting));
      }
      int missing = choice.missing(i);
      if (missing > 0) {
        String reason = reasons.ofShortfall(need, missing, choice.covered().get(i), fleet);
        shortfalls.add(new Shortfall(need.requirement(), need.agency(), missing, reason));
      }
    }
    return new Recommendation(
        incident.id().value(), incident.alarmLevel(), at, units, alternatives, shortfalls);
  }

  /// Free ones that the plan leaves over, and takeable ones where somebody is missing or where they
  /// come much earlier than the last one chosen.
  private List<Candidate> alternatives(
      int index, Need need, List<Candidate> fitting, Set<Object> bound) {
    List<Candidate> others =
        new ArrayList<>(fitting.stream().filter(one -> !bound.contains(one.binding())).toList());
    List<Candidate> chosen = choice.chosen().get(index);
    long savedMillis = plan.limits().takeFromSavesSeconds() * 1000L;
    for (Candidate one : takeable) {
      boolean wanted =
          choice.missing(index) > 0
              || (!chosen.isEmpty()
                  && one.costMillis() + savedMillis <= chosen.getLast().costMillis());
      if (wanted && one.fits(need)) {
        others.add(one);
      }
    }
    others.sort(Candidate.ORDER);
    return others.subList(0, Math.min(others.size(), plan.limits().alternativesPerNeed()));
  }

  private RecommendedUnit shown(Candidate candidate, Need need, List<Candidate> fitting) {
    FleetUnit unit = candidate.unit();
    Travel travel = candidate.travel();
    Duty duty = unit.duty();
    int rank = duty == null ? rankByTime(candidate, fitting) : 0;
    boolean surer = rank > 1 + fitting.indexOf(candidate);
    return new RecommendedUnit(
        unit.id().value(),
        unit.callSign(),
        unit.agency(),
        unit.kind(),
        need.requirement(),
        travel == null ? null : (int) Math.round(travel.seconds()),
        travel == null ? null : Math.round(travel.metres() * 10) / 10.0,
        Reasons.estimate(travel),
        candidate.where().source().word(),
        candidate.where().ageSeconds(),
        unit.status(),
        takeFrom(duty),
        reasons.ofUnit(candidate, need, rank, surer, incident.place() != null),
        reasons.dataOfUnit(candidate, need, rank, surer));
  }

  private static @Nullable TakeFrom takeFrom(@Nullable Duty duty) {
    return duty == null
        ? null
        : new TakeFrom(duty.incidentId().value(), duty.number(), duty.priority());
  }

  /// 1 for the shortest time. Delay and doubt do not count here.
  private static int rankByTime(Candidate candidate, List<Candidate> fitting) {
    double seconds = seconds(candidate);
    int rank = 1;
    for (Candidate other : fitting) {
      if (seconds(other) < seconds) {
        rank++;
      }
    }
    return rank;
  }

  private static double seconds(Candidate candidate) {
    Travel travel = candidate.travel();
    return travel == null ? Double.MAX_VALUE : travel.seconds();
  }
}
