package uz.chorsu.command.incidents;

import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Field;

/// What changes about an incident.
///
/// @param where all of the place at once: see [WhereEdit]
/// @param alarmLevel 1 to 5
public record IncidentEdit(
    Field<String> typeCode,
    Field<String> subtypeCode,
    @Nullable Integer priority,
    @Nullable Integer alarmLevel,
    WhereEdit where) {

  /// What changes about a place.
  public record WhereEdit(
      Field<Double> lat, Field<Double> lon, Field<String> address, Field<Location> location) {

    /// Nothing changes.
    public static final WhereEdit NONE =
        new WhereEdit(Field.keep(), Field.keep(), Field.keep(), Field.keep());

    public boolean isNone() {
      return !lat.isSet() && !lon.isSet() && !address.isSet() && !location.isSet();
    }

    /// The place after the edit.
    ///
    /// @throws uz.chorsu.model.Refused naming `lat`, `lon` or `address`
    public Where applied(Where now) {
      return Where.checked(
          lat.or(now.lat()),
          lon.or(now.lon()),
          address.or(now.address()),
          location.or(now.location()));
    }
  }
}
