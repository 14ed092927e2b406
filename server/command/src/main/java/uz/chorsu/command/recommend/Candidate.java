package uz.chorsu.command.recommend;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.roads.Travel;

/// A unit that could go, and how far it counts.
///
/// @param travel null if it is not known where it is or where to go
record Candidate(FleetUnit unit, Whereabouts where, @Nullable Travel travel) {
  /// A delayed unit goes only when no other is left within the hour.
  private static final long DELAYED_MILLIS = 3_600_000;

  /// Behind every unit whose time is known, unless that takes two hours.
  private static final long UNKNOWN_MILLIS = 7_200_000;

  /// The order of units: time, doubt about the place, delay; the call sign decides among equals.
  static final Comparator<Candidate> ORDER =
      Comparator.comparingLong(Candidate::costMillis)
          .thenComparing(candidate -> candidate.unit().callSign());

  /// What the choice of a plan makes as small as possible.
  long costMillis() {
    long millis = travel == null ? UNKNOWN_MILLIS : Math.round(travel.seconds() * 1000);
    return millis + where.doubtSeconds() * 1000L + (unit.isDelayed() ? DELAYED_MILLIS : 0);
  }

  /// What can be sent only once: the crew, otherwise the unit itself.
  Object binding() {
    String crew = unit.crew();
    return crew == null ? unit.id() : crew;
  }

  boolean fits(Need need) {
    return fits(unit, need);
  }

  static boolean fits(FleetUnit unit, Need need) {
    String kind = need.kind();
    String skill = need.skill();
    return unit.agency().equals(need.agency())
        && (kind == null || unit.kind().equals(kind))
        && (skill == null || unit.skills().contains(skill));
  }
}
