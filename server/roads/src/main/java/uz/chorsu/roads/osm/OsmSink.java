package uz.chorsu.roads.osm;

import java.util.List;
import java.util.Map;

/// Hears the elements of a file in the file's own order. Whatever it does not override is not even
/// decoded where the format allows that.
public interface OsmSink {
  /// @param role may be empty
  record Member(ElementType type, long id, String role) {}

  /// Whether elements of that type are wanted at all.
  boolean wants(ElementType type);

  /// @param lat WGS 84 degrees, checked
  /// @param lon WGS 84 degrees, checked
  default void node(long id, double lat, double lon, Map<String, String> tags) {}

  default void way(long id, long[] nodeIds, Map<String, String> tags) {}

  default void relation(long id, List<Member> members, Map<String, String> tags) {}

  /// @param share of the file that has been read, 0 to 1
  default void progress(double share) {}
}
