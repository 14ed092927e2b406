package uz.chorsu.command.incidents;

import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// How well a place is known.
///
/// @param uncertaintyMetres radius, 0 to 1,000,000; null when nobody says
/// @param verified confirmed with the caller
public record Location(
    LocationMethod method, @Nullable Double uncertaintyMetres, boolean verified) {
  /// @throws Refused if the uncertainty is out of range
  public Location {
    if (uncertaintyMetres != null && !(uncertaintyMetres >= 0 && uncertaintyMetres <= 1_000_000)) {
      throw new Refused(
          "location.uncertaintyMetres", "a number from 0 to 1000000", uncertaintyMetres.toString());
    }
  }
}
