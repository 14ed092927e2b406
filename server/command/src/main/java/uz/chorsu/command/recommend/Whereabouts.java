package uz.chorsu.command.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.Limits;
import uz.chorsu.command.recommend.FleetUnit.Fix;
import uz.chorsu.roads.Snap;

/// Where a unit is thought to be, and how that is known.
///
/// @param snap null if nothing is known
/// @param ageSeconds how old that knowledge is; null for a home and for nothing
/// @param doubtSeconds how much farther the unit counts because of its age; never shown as time
record Whereabouts(
    Source source, @Nullable Snap snap, @Nullable Integer ageSeconds, int doubtSeconds) {

  enum Source {
    GPS,
    LAST_STATUS,
    HOME,
    UNKNOWN;

    /// As the API writes it.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A fresh GPS fix is believed. Otherwise the newest of what is left: a GPS fix that is not
  /// stale, the place of the last status, and the station of a unit that has reported itself there
  /// since. Otherwise its home.
  ///
  /// @param gps the newest fix held
  static Whereabouts of(FleetUnit unit, @Nullable Fix gps, Limits limits, Instant now) {
    int gpsAge = gps == null ? Integer.MAX_VALUE : age(gps.at(), now);
    if (gps != null && gpsAge <= limits.freshGpsSeconds()) {
      return new Whereabouts(Source.GPS, gps.snap(), gpsAge, 0);
    }
    Fix status = unit.statusPlace();
    Instant home = unit.isInQuarters() && unit.home() != null ? unit.statusSince() : Instant.MIN;
    Instant reported = status == null ? Instant.MIN : status.at();
    if (gps != null
        && gpsAge <= limits.staleGpsSeconds()
        && gps.at().isAfter(reported)
        && gps.at().isAfter(home)) {
      return new Whereabouts(Source.GPS, gps.snap(), gpsAge, doubt(unit, gpsAge, limits));
    }
    if (status != null && reported.isAfter(home)) {
      int age = age(reported, now);
      return new Whereabouts(Source.LAST_STATUS, status.snap(), age, doubt(unit, age, limits));
    }
    if (unit.home() != null) {
      return new Whereabouts(
          Source.HOME, unit.home(), null, doubt(unit, limits.staleGpsSeconds(), limits));
    }
    return new Whereabouts(Source.UNKNOWN, null, null, 0);
  }

  /// Grows with the age until a fix would be stale. A unit in quarters stays where it is.
  private static int doubt(FleetUnit unit, int ageSeconds, Limits limits) {
    if (unit.isInQuarters()) {
      return 0;
    }
    int beyond = Math.min(ageSeconds, limits.staleGpsSeconds()) - limits.freshGpsSeconds();
    return Math.max(0, beyond) * limits.doubtPerMinuteSeconds() / 60;
  }

  /// A clock that is ahead counts as now.
  private static int age(Instant at, Instant now) {
    long seconds = Duration.between(at, now).toSeconds();
    return Math.clamp(seconds, 0, Integer.MAX_VALUE);
  }
}
