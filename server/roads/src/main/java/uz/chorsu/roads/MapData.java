package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.osm.OsmSink.Member;

/// What the import needs out of a map file, in memory while it runs.
final class MapData {
  /// A way that an emergency vehicle may drive, or that at least has a street's name.
  // Nobody compares these, and boxed ids would take three times the memory.
  @SuppressWarnings("ArrayRecordComponent")
  record Road(long id, long[] nodes, Map<String, String> tags, EmergencySpeeds.Speeds speeds) {
    @Nullable String name() {
      return tags.get("name");
    }
  }

  record Restriction(long id, List<Member> members, Map<String, String> tags) {}

  /// Something with a name, an address or a use, apart from roads.
  ///
  /// @param osmId such as `n1`, `w1`, `r1`
  /// @param nodes its outline; empty for a single node, whose place is in `point`
  // Nobody compares these, and boxed ids would take three times the memory.
  @SuppressWarnings("ArrayRecordComponent")
  record Feature(String osmId, Map<String, String> tags, long[] nodes, @Nullable GeoPoint point) {}

  /// A relation whose outline is made of ways that have yet to be read.
  record Area(long id, Map<String, String> tags, List<Long> ways, List<Long> labelNodes) {}

  final List<Road> roads = new ArrayList<>();
  final List<Restriction> restrictions = new ArrayList<>();
  final List<Feature> features = new ArrayList<>();
  final List<Area> areas = new ArrayList<>();

  /// Outlines of the ways that areas are made of.
  final Map<Long, long[]> areaWays = new HashMap<>();

  /// Nodes that stop every vehicle.
  final Set<Long> barriers = new HashSet<>();

  final NodeTable nodes = new NodeTable();

  /// How many elements the file holds, for the sentence that refuses it.
  long nodeCount;

  long wayCount;

  /// The middle of the box around a feature; null if the file holds none of its nodes.
  @Nullable GeoPoint point(Feature feature) {
    if (feature.point() != null) {
      return feature.point();
    }
    double minLat = 90;
    double minLon = 180;
    double maxLat = -90;
    double maxLon = -180;
    for (long node : feature.nodes()) {
      int index = nodes.indexOf(node);
      if (nodes.isPlaced(index)) {
        minLat = Math.min(minLat, nodes.lat(index));
        minLon = Math.min(minLon, nodes.lon(index));
        maxLat = Math.max(maxLat, nodes.lat(index));
        maxLon = Math.max(maxLon, nodes.lon(index));
      }
    }
    return minLat > maxLat ? null : new GeoPoint((minLat + maxLat) / 2, (minLon + maxLon) / 2);
  }
}
