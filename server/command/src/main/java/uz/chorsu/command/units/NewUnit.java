package uz.chorsu.command.units;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// A unit to be added to the fleet.
///
/// @param home when it has no station
/// @param status to begin with
public record NewUnit(
    String callSign,
    String agency,
    String kind,
    List<String> skills,
    @Nullable UUID stationId,
    @Nullable String crewName,
    @Nullable GeoPoint home,
    UnitStatus status) {
  public NewUnit {
    skills = List.copyOf(skills);
  }
}
