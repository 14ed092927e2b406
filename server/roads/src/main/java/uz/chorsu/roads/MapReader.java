package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.MapData.Area;
import uz.chorsu.roads.MapData.Feature;
import uz.chorsu.roads.MapData.Restriction;
import uz.chorsu.roads.MapData.Road;
import uz.chorsu.roads.osm.ElementType;
import uz.chorsu.roads.osm.OsmFile;
import uz.chorsu.roads.osm.OsmSink;

/// Reads a map file three times: relations, then ways, then nodes. Each pass knows what the one
/// before it asked for, so the order inside the file does not matter.
final class MapReader {
  private final OsmFile file;
  private final DoubleConsumer progress;
  private final MapData map = new MapData();

  /// @param progress hears the share that is done, 0 to 1
  MapReader(OsmFile file, DoubleConsumer progress) {
    this.file = file;
    this.progress = progress;
  }

  /// @throws Refused if the file is broken or holds no road
  MapData read() {
    file.read(new Relations());
    file.read(new Ways());
    finishAreas();
    referToNodes();
    file.read(new Nodes());
    refuseWithoutRoads();
    return map;
  }

  private void refuseWithoutRoads() {
    boolean drivable =
        map.roads.stream().anyMatch(road -> road.speeds().drivable() && isOnTheMap(road));
    if (!drivable) {
      throw new Refused(
          "city file " + file.path().getFileName(),
          "a map with roads, but among its "
              + map.nodeCount
              + " nodes and "
              + map.wayCount
              + " ways there is no road that a vehicle can drive",
          null);
    }
  }

  private boolean isOnTheMap(Road road) {
    int placed = 0;
    for (long node : road.nodes()) {
      placed += map.nodes.isPlaced(map.nodes.indexOf(node)) ? 1 : 0;
    }
    return placed > 1;
  }

  private void finishAreas() {
    for (Area area : map.areas) {
      var outline = new ArrayList<Long>(area.labelNodes());
      if (outline.isEmpty()) {
        for (Long way : area.ways()) {
          for (long node : map.areaWays.getOrDefault(way, new long[0])) {
            outline.add(node);
          }
        }
      }
      if (!outline.isEmpty()) {
        long[] nodes = outline.stream().mapToLong(Long::longValue).toArray();
        map.features.add(new Feature("r" + area.id(), area.tags(), nodes, null));
      }
    }
    map.areaWays.clear();
  }

  private void referToNodes() {
    map.roads.forEach(road -> map.nodes.refer(road.nodes()));
    map.features.forEach(feature -> map.nodes.refer(feature.nodes()));
    map.nodes.seal();
  }

  private final class Relations implements OsmSink {
    @Override
    public boolean wants(ElementType type) {
      return type == ElementType.RELATION;
    }

    @Override
    public void relation(long id, List<Member> members, Map<String, String> tags) {
      String type = tags.getOrDefault("type", "");
      if (type.equals("restriction")) {
        map.restrictions.add(new Restriction(id, members, new HashMap<>(tags)));
      } else if ((type.equals("multipolygon") || type.equals("boundary") || type.equals("site"))
          && FeatureTags.isWorthKeeping(tags)) {
        var ways = new ArrayList<Long>();
        var labels = new ArrayList<Long>();
        for (Member member : members) {
          if (member.type() == ElementType.WAY && !member.role().equals("inner")) {
            ways.add(member.id());
            map.areaWays.put(member.id(), new long[0]);
          } else if (member.type() == ElementType.NODE
              && (member.role().equals("label") || member.role().equals("admin_centre"))) {
            labels.add(member.id());
          }
        }
        map.areas.add(new Area(id, FeatureTags.kept(tags), ways, labels));
      }
    }

    @Override
    public void progress(double share) {
      progress.accept(share * 0.2);
    }
  }

  private final class Ways implements OsmSink {
    @Override
    public boolean wants(ElementType type) {
      return type == ElementType.WAY;
    }

    @Override
    public void way(long id, long[] nodes, Map<String, String> tags) {
      map.wayCount++;
      if (map.areaWays.containsKey(id)) {
        map.areaWays.put(id, nodes);
      }
      if (nodes.length < 2) {
        return;
      }
      if (tags.containsKey("highway")) {
        var speeds = EmergencySpeeds.of(tags);
        if (speeds.drivable() || tags.containsKey("name")) {
          map.roads.add(new Road(id, nodes, FeatureTags.kept(tags), speeds));
        }
      } else if (FeatureTags.isWorthKeeping(tags) && !isBorderLine(tags)) {
        map.features.add(new Feature("w" + id, FeatureTags.kept(tags), nodes, null));
      }
    }

    /// The area that it bounds is a relation and kept as such.
    private static boolean isBorderLine(Map<String, String> tags) {
      return tags.containsKey("boundary") && !tags.containsKey("place");
    }

    @Override
    public void progress(double share) {
      progress.accept(0.2 + share * 0.4);
    }
  }

  private final class Nodes implements OsmSink {
    private final Set<Long> found = new HashSet<>();

    @Override
    public boolean wants(ElementType type) {
      return type == ElementType.NODE;
    }

    @Override
    public void node(long id, double lat, double lon, Map<String, String> tags) {
      map.nodeCount++;
      map.nodes.place(id, lat, lon);
      if (tags.isEmpty()) {
        return;
      }
      if (EmergencySpeeds.blocks(tags)) {
        map.barriers.add(id);
      }
      if (FeatureTags.isWorthKeeping(tags) && found.add(id)) {
        var point = new GeoPoint(lat, lon);
        map.features.add(new Feature("n" + id, FeatureTags.kept(tags), new long[0], point));
      }
    }

    @Override
    public void progress(double share) {
      progress.accept(0.6 + share * 0.4);
    }
  }
}
