package uz.chorsu.command.units;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// A unit as it is now, in the shape of the API.
///
/// @param skills its own, without those that every unit of its kind has
/// @param position the newest that is known; null when nothing is
/// @param assignment the open one
/// @param boundByCrew its crew is out with another vehicle
/// @param places where it may be, for the recommendation; not part of the API
public record Unit(
    UUID id,
    String callSign,
    String agency,
    String kind,
    List<String> skills,
    @Nullable UUID stationId,
    @Nullable String stationName,
    @Nullable String crewName,
    UnitStatus status,
    Instant statusSince,
    @Nullable String statusReason,
    @Nullable Position position,
    @Nullable Current assignment,
    boolean boundByCrew,
    @Nullable Emergency emergency,
    int version,
    @JsonIgnore Places places) {

  public Unit {
    skills = List.copyOf(skills);
  }

  /// @param at null for a home
  /// @param source `gps`, `last-status` or `home`
  public record Position(
      double lat,
      double lon,
      @Nullable Instant at,
      String source,
      @Nullable Double headingDeg,
      @Nullable Double speedKmh) {}

  /// The open assignment.
  ///
  /// @param step as in the API
  public record Current(
      UUID id, UUID incidentId, String incidentNumber, String step, Instant since) {}

  /// The crew's emergency button is pressed.
  public record Emergency(Instant since) {}

  /// The places that do not come from GPS.
  ///
  /// @param lastStatus where it last reported a step or status
  /// @param home of its station or its own
  /// @param incidentPriority of the incident it is on, 1 to 5
  public record Places(
      @Nullable GeoPoint lastStatus,
      @Nullable Instant lastStatusAt,
      @Nullable GeoPoint home,
      @Nullable Integer incidentPriority) {}

  /// Whether it could be sent now without taking it from anywhere.
  @JsonIgnore
  public boolean isFree() {
    return assignment == null
        && !boundByCrew
        && status != UnitStatus.OUT_OF_SERVICE
        && status != UnitStatus.OFF_DUTY;
  }
}
