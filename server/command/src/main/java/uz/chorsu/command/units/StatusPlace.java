package uz.chorsu.command.units;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.journal.Change;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.UnitId;

/// Where a unit was when it last reported a step or a status: what remains when GPS is silent.
public final class StatusPlace {
  private static final Duration FRESH = Duration.ofMinutes(2);

  private StatusPlace() {}

  /// The unit's GPS position if it is fresh.
  public static @Nullable GeoPoint fresh(Positions positions, UnitId unit, Instant now) {
    return positions
        .find(unit)
        .filter(held -> !held.at().isBefore(now.minus(FRESH)))
        .map(Held::point)
        .orElse(null);
  }

  /// Keeps a place unless a later one is known.
  ///
  /// @param place null changes nothing
  public static void write(Change change, UnitId unit, @Nullable GeoPoint place, Instant at) {
    if (place == null) {
      return;
    }
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.unit SET status_lat = :lat, status_lon = :lon, status_place_at = :at
            WHERE id = :id AND (status_place_at IS NULL OR status_place_at <= :at)
            """)
        .bind("lat", place.lat())
        .bind("lon", place.lon())
        .bind("at", at)
        .bind("id", unit.value())
        .execute();
  }
}
