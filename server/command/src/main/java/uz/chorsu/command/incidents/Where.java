package uz.chorsu.command.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;

/// A place as far as it is known: on the map, in words, both or neither.
public record Where(
    @Nullable GeoPoint point, @Nullable String address, @Nullable Location location) {
  /// Nothing is known yet.
  public static final Where UNKNOWN = new Where(null, null, null);

  private static final int LONGEST_ADDRESS = 400;

  /// Checks the fields as they come in.
  ///
  /// @throws Refused naming `lat`, `lon` or `address`
  public static Where checked(
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String address,
      @Nullable Location location) {
    if ((lat == null) != (lon == null)) {
      throw new Refused(lat == null ? "lat" : "lon", "there, because the other one is", null);
    }
    return new Where(
        lat == null || lon == null ? null : new GeoPoint(lat, lon),
        Texts.check("address", address, LONGEST_ADDRESS),
        location);
  }

  /// Somebody could be sent there.
  public boolean isKnown() {
    return point != null || address != null;
  }

  /// Reads the columns of `incident` or `call`.
  public static Where read(ResultSet rs) throws SQLException {
    String method = rs.getString("location_method");
    Location location =
        method == null
            ? null
            : new Location(
                LocationMethod.of(method),
                Rows.findDouble(rs, "uncertainty_metres"),
                rs.getBoolean("verified"));
    return new Where(Rows.findPoint(rs, "lat", "lon"), rs.getString("address"), location);
  }

  public @Nullable Double lat() {
    return point == null ? null : point.lat();
  }

  public @Nullable Double lon() {
    return point == null ? null : point.lon();
  }

  public @Nullable String method() {
    return location == null ? null : location.method().word();
  }

  public @Nullable Double uncertaintyMetres() {
    return location == null ? null : location.uncertaintyMetres();
  }

  public boolean verified() {
    return location != null && location.verified();
  }
}
