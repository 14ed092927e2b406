package uz.chorsu.command.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.units.UnitStatus;

/// Whom to send for a whole response plan, in the shape of the API.
///
/// @param units what the plan still asks for and is free, in the order of the plan
/// @param alternatives next best for each need, and units that could be taken from something less
///   urgent; a unit may stand here for several needs
/// @param shortfalls what the plan asks for and nobody free can give
public record Recommendation(
    UUID incidentId,
    int alarmLevel,
    Instant computedAt,
    List<RecommendedUnit> units,
    List<RecommendedUnit> alternatives,
    List<Shortfall> shortfalls) {
  public Recommendation {
    units = List.copyOf(units);
    alternatives = List.copyOf(alternatives);
    shortfalls = List.copyOf(shortfalls);
  }

  /// @param requirement what it would do, such as `engine` or `ambulance+ventilator`
  /// @param etaSeconds driving time only; null if it is not known where it is or where to go
  /// @param estimate `road`, `straight-line` or `unknown`
  /// @param positionSource `gps`, `last-status`, `home` or `unknown`
  /// @param positionAgeSeconds null for a home and for nothing
  /// @param reason one English sentence
  /// @param reasonData the parts of the sentence, for translation
  public record RecommendedUnit(
      UUID unitId,
      String callSign,
      String agency,
      String kind,
      String requirement,
      @Nullable Integer etaSeconds,
      @Nullable Double distanceMetres,
      String estimate,
      String positionSource,
      @Nullable Integer positionAgeSeconds,
      UnitStatus status,
      @Nullable TakeFrom takeFrom,
      String reason,
      Map<String, Object> reasonData) {}

  /// The less urgent incident that a unit would leave; a person must confirm it.
  public record TakeFrom(UUID incidentId, String number, int priority) {}

  /// @param requirement as in [RecommendedUnit]
  /// @param reason one English sentence: what the fleet's units of that kind do
  public record Shortfall(String requirement, String agency, int missing, String reason) {}
}
