package uz.chorsu.command.units;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;

/// One position as a vehicle sends it.
///
/// @param at when measured; null means now
/// @param headingDeg degrees from north, clockwise, 0 to 360
/// @param speedKmh 0 to 400
/// @param accuracyMetres radius of uncertainty
public record Fix(
    GeoPoint point,
    @Nullable Instant at,
    @Nullable Double headingDeg,
    @Nullable Double speedKmh,
    @Nullable Double accuracyMetres) {

  /// @throws Refused if a number is out of its range
  public Fix {
    range("headingDeg", headingDeg, 360);
    range("speedKmh", speedKmh, 400);
    range("accuracyMetres", accuracyMetres, 1_000_000);
  }

  public static Fix at(GeoPoint point, @Nullable Instant at) {
    return new Fix(point, at, null, null, null);
  }

  private static void range(String field, @Nullable Double value, double max) {
    if (value != null && !(value >= 0 && value <= max)) {
      throw new Refused(field, "a number from 0 to " + (int) max, value.toString());
    }
  }
}
