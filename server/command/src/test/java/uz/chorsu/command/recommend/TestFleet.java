package uz.chorsu.command.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.Need;
import uz.chorsu.command.recommend.FleetUnit.Duty;
import uz.chorsu.command.recommend.FleetUnit.Fix;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.UnitId;
import uz.chorsu.roads.Estimate;
import uz.chorsu.roads.Snap;
import uz.chorsu.roads.Travel;

/// Units for tests: free in quarters at a home in the middle unless said otherwise.
final class TestFleet {
  static final CityPlan PLAN = CityPlan.defaults();
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final GeoPoint MIDDLE = new GeoPoint(41.3, 69.25);

  private TestFleet() {}

  static FleetUnit unit(String callSign, String kind) {
    return new FleetUnit(
        new UnitId(
            UUID.nameUUIDFromBytes(callSign.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        callSign,
        PLAN.findKind(kind).orElseThrow().agency(),
        kind,
        PLAN.skillsOf(kind, Set.of()),
        null,
        UnitStatus.AVAILABLE_IN_QUARTERS,
        NOW.minus(Duration.ofHours(2)),
        null,
        new Snap.OffNetwork(MIDDLE),
        false,
        false,
        null);
  }

  static FleetUnit withSkills(FleetUnit u, String... skills) {
    Set<String> all = PLAN.skillsOf(u.kind(), Set.of(skills));
    return copy(u, all, u.crew(), u.status(), u.statusPlace(), u.home(), u.duty());
  }

  static FleetUnit withCrew(FleetUnit u, String crew) {
    return copy(u, u.skills(), crew, u.status(), u.statusPlace(), u.home(), u.duty());
  }

  static FleetUnit withStatus(FleetUnit u, UnitStatus status) {
    return copy(u, u.skills(), u.crew(), status, u.statusPlace(), u.home(), u.duty());
  }

  static FleetUnit withStatusPlace(FleetUnit u, @Nullable Fix place) {
    return copy(u, u.skills(), u.crew(), u.status(), place, u.home(), u.duty());
  }

  static FleetUnit withHome(FleetUnit u, @Nullable Snap home) {
    return copy(u, u.skills(), u.crew(), u.status(), u.statusPlace(), home, u.duty());
  }

  static FleetUnit on(FleetUnit u, Duty duty) {
    return copy(u, u.skills(), u.crew(), UnitStatus.ON_ASSIGNMENT, u.statusPlace(), u.home(), duty);
  }

  private static FleetUnit copy(
      FleetUnit u,
      Set<String> skills,
      @Nullable String crew,
      UnitStatus status,
      @Nullable Fix place,
      @Nullable Snap home,
      @Nullable Duty duty) {
    return new FleetUnit(
        u.id(),
        u.callSign(),
        u.agency(),
        u.kind(),
        skills,
        crew,
        status,
        u.statusSince(),
        place,
        home,
        u.boundByCrew(),
        u.emergency(),
        duty);
  }

  /// A unit so many seconds away, seen by GPS just now.
  static Candidate away(FleetUnit unit, double seconds) {
    Snap snap = new Snap.OffNetwork(MIDDLE);
    return new Candidate(
        unit,
        new Whereabouts(Whereabouts.Source.GPS, snap, 5, 0),
        new Travel(seconds, seconds * 10, Estimate.ROAD));
  }

  static Need need(String kind, int count) {
    return new Need(PLAN.findKind(kind).orElseThrow().agency(), kind, null, count);
  }

  static Need skilled(@Nullable String kind, String agency, String skill, int count) {
    return new Need(agency, kind, skill, count);
  }
}
