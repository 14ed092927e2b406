package uz.chorsu.command.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.chorsu.command.recommend.TestFleet.NOW;
import static uz.chorsu.command.recommend.TestFleet.unit;
import static uz.chorsu.command.recommend.TestFleet.withHome;
import static uz.chorsu.command.recommend.TestFleet.withStatus;
import static uz.chorsu.command.recommend.TestFleet.withStatusPlace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.chorsu.command.recommend.FleetUnit.Fix;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.Snap;

/// Limits of the default plan: fresh up to 120 s, stale after 1,800 s, 6 s of doubt a minute.
class WhereaboutsTest {
  private static final FleetUnit MOBILE =
      withStatus(unit("E1", "engine"), UnitStatus.AVAILABLE_MOBILE);

  @Test
  void aFreshFixIsBelievedBeforeAnythingElse() {
    FleetUnit reported = withStatusPlace(MOBILE, ago(1));
    assertThat(seen(reported, ago(120))).isEqualTo("gps 120 s, doubt 0");
    assertThat(seen(reported, ago(-30))).as("a clock ahead").isEqualTo("gps 0 s, doubt 0");
  }

  @Test
  void anOlderFixCountsUnlessALaterStatusSaysWhere() {
    assertThat(seen(MOBILE, ago(600))).isEqualTo("gps 600 s, doubt 48");
    assertThat(seen(withStatusPlace(MOBILE, ago(900)), ago(600))).isEqualTo("gps 600 s, doubt 48");
    assertThat(seen(withStatusPlace(MOBILE, ago(300)), ago(600)))
        .isEqualTo("last-status 300 s, doubt 18");
  }

  @Test
  void aStaleFixCountsForNothing() {
    assertThat(seen(MOBILE, ago(1800))).isEqualTo("gps 1800 s, doubt 168");
    assertThat(seen(MOBILE, ago(1801))).isEqualTo("home, doubt 168");
    assertThat(seen(withStatusPlace(MOBILE, ago(7200)), ago(1801)))
        .isEqualTo("last-status 7200 s, doubt 168");
  }

  @Test
  void aUnitInQuartersIsAtItsStationUnlessItIsSeenElsewhereLater() {
    // In quarters since two hours.
    FleetUnit inQuarters = unit("E1", "engine");
    assertThat(seen(inQuarters, null)).isEqualTo("home, doubt 0");
    assertThat(seen(inQuarters, ago(600))).isEqualTo("gps 600 s, doubt 0");
    assertThat(seen(withStatusPlace(inQuarters, ago(10_000)), null)).isEqualTo("home, doubt 0");
    assertThat(seen(withStatusPlace(inQuarters, ago(5_000)), null))
        .isEqualTo("last-status 5000 s, doubt 0");
  }

  @Test
  void withoutAnythingThePlaceIsUnknown() {
    assertThat(seen(withHome(MOBILE, null), null)).isEqualTo("unknown, doubt 0");
    assertThat(seen(withHome(MOBILE, null), ago(4000))).isEqualTo("unknown, doubt 0");
  }

  private static Fix ago(int seconds) {
    return new Fix(new Snap.OffNetwork(new GeoPoint(41, 69)), NOW.minusSeconds(seconds));
  }

  private static String seen(FleetUnit unit, @Nullable Fix gps) {
    Whereabouts where = Whereabouts.of(unit, gps, TestFleet.PLAN.limits(), NOW);
    String age = where.ageSeconds() == null ? "" : " " + where.ageSeconds() + " s";
    return where.source().word() + age + ", doubt " + where.doubtSeconds();
  }
}
