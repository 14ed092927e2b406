package uz.chorsu.command.recommend;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;
import uz.chorsu.roads.Snap;

/// One unit as a recommendation sees it.
///
/// @param skills its own and those of its kind
/// @param crew shared with other vehicles; null if it has none
/// @param statusPlace where it last reported a step or status
/// @param home its station, otherwise its own home
/// @param boundByCrew its crew is out with another vehicle
/// @param duty the open assignment
record FleetUnit(
    UnitId id,
    String callSign,
    String agency,
    String kind,
    Set<String> skills,
    @Nullable String crew,
    UnitStatus status,
    Instant statusSince,
    @Nullable Fix statusPlace,
    @Nullable Snap home,
    boolean boundByCrew,
    boolean emergency,
    @Nullable Duty duty) {

  FleetUnit {
    skills = Set.copyOf(skills);
  }

  /// What it is out on.
  ///
  /// @param number of the incident, for people
  /// @param priority of the incident, 1 to 5
  /// @param beforeScene it has not arrived yet
  record Duty(IncidentId incidentId, String number, int priority, boolean beforeScene) {}

  /// A place and the time it was known.
  record Fix(Snap snap, Instant at) {}

  boolean isInQuarters() {
    return status == UnitStatus.AVAILABLE_IN_QUARTERS;
  }

  boolean isDelayed() {
    return status == UnitStatus.DELAYED;
  }

  /// Can be sent without taking it from anything.
  boolean isFree() {
    return duty == null
        && !boundByCrew
        && !emergency
        && (isInQuarters() || isDelayed() || status == UnitStatus.AVAILABLE_MOBILE);
  }

  /// May be proposed to somebody with a more urgent incident.
  ///
  /// @param priority of the incident that asks
  boolean isTakeable(IncidentId incident, int priority) {
    return duty != null
        && duty.beforeScene()
        && duty.priority() > priority
        && !duty.incidentId().equals(incident)
        && !emergency;
  }
}
