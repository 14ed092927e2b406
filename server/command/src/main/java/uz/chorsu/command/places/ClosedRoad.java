package uz.chorsu.command.places;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;

/// Roads closed by an operator, in the shape of the API.
///
/// @param until opens by itself then; null until somebody opens it
/// @param by name and desk
/// @param roads names of the closed roads; a road without a name is left out
/// @param lines the closed pieces, each a list of `[lon, lat]`
public record ClosedRoad(
    UUID id,
    double lat,
    double lon,
    double radiusMetres,
    String reason,
    @Nullable Instant until,
    Instant since,
    String by,
    List<String> roads,
    List<List<List<Double>>> lines) {
  public ClosedRoad {
    roads = List.copyOf(roads);
    lines = List.copyOf(lines);
  }

  /// A wish to close roads.
  ///
  /// @param radiusMetres 1 to 500; every road segment that comes within it is closed
  public record New(GeoPoint point, double radiusMetres, String reason, @Nullable Instant until) {
    private static final int LONGEST_REASON = 200;

    /// @throws Refused naming `radiusMetres` or `reason`
    public New {
      if (!(radiusMetres >= 1 && radiusMetres <= 500)) {
        throw new Refused("radiusMetres", "a number from 1 to 500", "" + radiusMetres);
      }
      reason = Texts.require("reason", reason, LONGEST_REASON);
    }
  }
}
