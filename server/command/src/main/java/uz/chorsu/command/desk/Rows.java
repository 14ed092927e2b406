package uz.chorsu.command.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;

/// Reads columns that may be null.
public final class Rows {
  private Rows() {}

  public static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant findInstant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public static UUID uuid(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, UUID.class);
  }

  /// An id, or null.
  public static <T> @Nullable T findId(ResultSet rs, String column, Function<UUID, T> id)
      throws SQLException {
    UUID value = rs.getObject(column, UUID.class);
    return value == null ? null : id.apply(value);
  }

  public static @Nullable Double findDouble(ResultSet rs, String column) throws SQLException {
    double value = rs.getDouble(column);
    return rs.wasNull() ? null : value;
  }

  public static @Nullable Integer findInteger(ResultSet rs, String column) throws SQLException {
    int value = rs.getInt(column);
    return rs.wasNull() ? null : value;
  }

  /// A place, or null when its columns are null.
  public static @Nullable GeoPoint findPoint(ResultSet rs, String lat, String lon)
      throws SQLException {
    Double north = findDouble(rs, lat);
    Double east = findDouble(rs, lon);
    return north == null || east == null ? null : new GeoPoint(north, east);
  }

  public static List<String> texts(ResultSet rs, String column) throws SQLException {
    Array array = rs.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /// Ids as one value for `= ANY(:ids)`.
  public static <T> UUID[] ids(Collection<T> ids, Function<T, UUID> value) {
    return ids.stream().map(value).toArray(UUID[]::new);
  }
}
