package uz.chorsu.command.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.recommend.FleetUnit.Duty;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.roads.Estimate;
import uz.chorsu.roads.Travel;

/// Says in one sentence why a unit is proposed, or why none is.
final class Reasons {
  private final CityPlan plan;

  Reasons(CityPlan plan) {
    this.plan = plan;
  }

  /// @param rank among those who could go, by time alone, the nearest is 1; 0 for one that would be
  ///   taken from elsewhere
  /// @param surer it is proposed before a nearer one whose place is old
  String ofUnit(Candidate candidate, Need need, int rank, boolean surer, boolean placeKnown) {
    List<String> parts = new ArrayList<>();
    parts.add(rank == 0 ? "could be taken: " + what(need) : rankOf(rank) + " " + what(need));
    parts.add(time(candidate, placeKnown));
    parts.add(position(candidate));
    if (candidate.unit().isDelayed()) {
      parts.add("delayed");
    }
    if (surer) {
      parts.add("before a nearer one that is delayed or whose position is old");
    }
    Duty duty = candidate.unit().duty();
    if (duty != null) {
      parts.add("on its way to " + duty.number() + " of priority " + duty.priority());
    }
    return String.join(", ", parts);
  }

  Map<String, Object> dataOfUnit(Candidate candidate, Need need, int rank, boolean surer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("rank", rank);
    data.put("kind", candidate.unit().kind());
    data.put("needKind", need.kind() == null ? "" : need.kind());
    data.put("skills", need.skill() == null ? List.of() : List.of(need.skill()));
    data.put("estimate", estimate(candidate.travel()));
    data.put("positionSource", candidate.where().source().word());
    data.put("delayed", candidate.unit().isDelayed());
    data.put("surer", surer);
    Travel travel = candidate.travel();
    if (travel != null) {
      data.put("etaSeconds", Math.round(travel.seconds()));
    }
    Integer age = candidate.where().ageSeconds();
    if (age != null) {
      data.put("positionAgeSeconds", age);
    }
    Duty duty = candidate.unit().duty();
    if (duty != null) {
      data.put("takeFromNumber", duty.number());
      data.put("takeFromPriority", duty.priority());
    }
    return data;
  }

  /// @param fleet all units, free or not
  /// @param onIt how many of this incident's own units serve the need already
  String ofShortfall(Need need, int missing, int onIt, Collection<FleetUnit> fleet) {
    int busy = 0;
    int bound = 0;
    int out = 0;
    int off = 0;
    int emergency = 0;
    int free = 0;
    for (FleetUnit unit : fleet) {
      if (!Candidate.fits(unit, need)) {
        continue;
      }
      if (unit.duty() != null) {
        busy++;
      } else if (unit.emergency()) {
        emergency++;
      } else if (unit.boundByCrew()) {
        bound++;
      } else if (unit.status() == UnitStatus.OUT_OF_SERVICE) {
        out++;
      } else if (unit.status() == UnitStatus.OFF_DUTY) {
        off++;
      } else {
        free++;
      }
    }
    List<String> parts = new ArrayList<>();
    count(parts, onIt, "already on this incident");
    count(parts, busy - onIt, "on other assignments");
    count(parts, bound, "without its crew, which is out with another vehicle");
    count(parts, emergency, "in an emergency of its own");
    count(parts, out, "out of service");
    count(parts, off, "off duty");
    count(parts, free, "free, and needed for this plan");
    String head = missing + " of " + need.count() + " missing: ";
    return parts.isEmpty()
        ? head + "the fleet has no " + what(need)
        : head + what(need) + ": " + String.join(", ", parts);
  }

  static String estimate(@Nullable Travel travel) {
    if (travel == null) {
      return "unknown";
    }
    return switch (travel.estimate()) {
      case ROAD -> "road";
      case STRAIGHT_LINE -> "straight-line";
    };
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private String what(Need need) {
    String kind = need.kind();
    String skill = need.skill();
    String noun =
        kind == null
            ? need.agency() + " unit"
            : plan.findKind(kind).map(found -> found.name().en()).orElse(kind);
    return skill == null
        ? noun
        : noun + " with " + plan.findSkill(skill).map(found -> found.name().en()).orElse(skill);
  }

  private static String rankOf(int rank) {
    return switch (rank) {
      case 1 -> "nearest";
      case 2 -> "2nd nearest";
      case 3 -> "3rd nearest";
      default -> ordinal(rank) + " nearest";
    };
  }

  private static String ordinal(int rank) {
    if (rank % 100 >= 11 && rank % 100 <= 13) {
      return rank + "th";
    }
    return switch (rank % 10) {
      case 1 -> rank + "st";
      case 2 -> rank + "nd";
      case 3 -> rank + "rd";
      default -> rank + "th";
    };
  }

  private static String time(Candidate candidate, boolean placeKnown) {
    Travel travel = candidate.travel();
    if (travel == null) {
      return placeKnown
          ? "time unknown"
          : "time unknown because the place of the incident is not known";
    }
    String duration = duration(Math.round(travel.seconds()));
    return travel.estimate() == Estimate.ROAD
        ? duration + " by road"
        : "about " + duration + " estimated in a straight line";
  }

  private static String position(Candidate candidate) {
    Whereabouts where = candidate.where();
    Integer known = where.ageSeconds();
    String age = duration(known == null ? 0 : known);
    return switch (where.source()) {
      case GPS -> "position " + age + " old";
      case LAST_STATUS -> "at the place of its last status " + age + " ago";
      case HOME ->
          candidate.unit().isInQuarters()
              ? "at its station"
              : "counted from its station, place not known";
      case UNKNOWN -> "place not known";
    };
  }

  static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
