package uz.chorsu.command.units;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.UnitId;
import uz.chorsu.roads.Snap;

/// The newest position of a unit, as it is held in memory.
///
/// @param at when measured
/// @param recordedAt when it came
/// @param snap where it lies on the roads of the city in use
/// @param mark rises with every position that comes, over all units
public record Held(
    UnitId unit,
    GeoPoint point,
    Instant at,
    @Nullable Double headingDeg,
    @Nullable Double speedKmh,
    @Nullable Double accuracyMetres,
    Instant recordedAt,
    Snap snap,
    long mark) {

  Held snapped(Snap better) {
    return new Held(
        unit, point, at, headingDeg, speedKmh, accuracyMetres, recordedAt, better, mark);
  }
}
