package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks questions of a generated city.
final class TestCity {
  private static final double METRES_PER_DEGREE = 111_195;

  private final OsmData data;

  TestCity(OsmData data) {
    this.data = data;
  }

  private static @Nullable String tag(String[] tags, String key) {
    for (int i = 0; i < tags.length; i += 2) {
      if (tags[i].equals(key)) {
        return tags[i + 1];
      }
    }
    return null;
  }

  private List<String[]> allTags() {
    List<String[]> all = new ArrayList<>();
    for (int i = 0; i < data.nodeCount(); i++) {
      all.add(data.nodeTags(i));
    }
    data.ways().forEach(way -> all.add(way.tags()));
    data.relations().forEach(relation -> all.add(relation.tags()));
    return all;
  }

  int count(String key, String value) {
    return (int) allTags().stream().filter(tags -> value.equals(tag(tags, key))).count();
  }

  int count(String key) {
    return (int) allTags().stream().filter(tags -> tag(tags, key) != null).count();
  }

  List<String> wrongReferences() {
    List<String> wrong = new ArrayList<>();
    for (OsmData.Way way : data.ways()) {
      long last = 0;
      for (long node : way.nodes()) {
        if (node < 1 || node > data.nodeCount() || node == last) {
          wrong.add("way " + way.id() + " node " + node);
        }
        last = node;
      }
      if (way.nodes().length < 2) {
        wrong.add("way " + way.id() + " is too short");
      }
    }
    return wrong;
  }

  private Point at(long node) {
    double lat = data.latE7((int) node - 1) / 1e7;
    double lon = data.lonE7((int) node - 1) / 1e7;
    double metresPerDegreeLon =
        METRES_PER_DEGREE * Math.cos(Math.toRadians(CityGenerator.CENTRE_LAT));
    return new Point(
        (lon - CityGenerator.CENTRE_LON) * metresPerDegreeLon,
        (lat - CityGenerator.CENTRE_LAT) * METRES_PER_DEGREE);
  }

  double metresFromCentreToFarthestNode() {
    double farthest = 0;
    for (long node = 1; node <= data.nodeCount(); node++) {
      farthest = Math.max(farthest, at(node).length());
    }
    return farthest;
  }

  List<String> namesNotInAllLanguages() {
    List<String> wrong = new ArrayList<>();
    for (String[] tags : allTags()) {
      String name = tag(tags, "name");
      if (name != null) {
        String russian = tag(tags, "name:ru");
        String english = tag(tags, "name:en");
        boolean right =
            name.equals(tag(tags, "name:uz"))
                && russian != null
                && russian.matches("[А-Яа-яёЁ0-9№«» .-]+")
                && english != null
                && english.matches("[A-Za-zé0-9 .-]+")
                && name.matches("[A-Za-zʻʼ0-9 .-]+");
        if (!right) {
          wrong.add(name + " / " + russian + " / " + english);
        }
      }
    }
    return wrong;
  }

  List<String> addressesGivenTwice() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (String[] tags : allTags()) {
      if (tag(tags, "addr:street") != null) {
        String address = tag(tags, "addr:street") + " " + tag(tags, "addr:housenumber");
        if (!seen.add(address)) {
          twice.add(address);
        }
      }
    }
    return twice;
  }

  private List<OsmData.Way> roads(Set<String> kinds) {
    return data.ways().stream()
        .filter(way -> kinds.contains(String.valueOf(tag(way.tags(), "highway"))))
        .toList();
  }

  Set<String> streetNames() {
    Set<String> names = new HashSet<>();
    for (OsmData.Way way : data.ways()) {
      String name = tag(way.tags(), "name");
      if (name != null && tag(way.tags(), "highway") != null) {
        names.add(name);
      }
    }
    return names;
  }

  /// Pieces of road between junctions.
  int segments(Set<String> kinds) {
    List<OsmData.Way> roads = roads(kinds);
    Map<Long, Integer> uses = new HashMap<>();
    for (OsmData.Way way : roads) {
      for (long node : way.nodes()) {
        uses.merge(node, 1, Integer::sum);
      }
    }
    int segments = 0;
    for (OsmData.Way way : roads) {
      segments++;
      for (int i = 1; i + 1 < way.nodes().length; i++) {
        segments += uses.getOrDefault(way.nodes()[i], 0) > 1 ? 1 : 0;
      }
    }
    return segments;
  }

  double stronglyConnectedShare(Set<String> kinds) {
    StrongComponents graph = new StrongComponents();
    for (OsmData.Way way : roads(kinds)) {
      boolean oneWay = "yes".equals(tag(way.tags(), "oneway"));
      for (int i = 0; i + 1 < way.nodes().length; i++) {
        graph.addOneWay(way.nodes()[i], way.nodes()[i + 1]);
        if (!oneWay) {
          graph.addOneWay(way.nodes()[i + 1], way.nodes()[i]);
        }
      }
    }
    return (double) graph.largest().size() / graph.nodes();
  }

  /// `from` must end at `via` and `to` start there.
  List<String> wrongTurnRestrictions() {
    List<String> wrong = new ArrayList<>();
    for (OsmData.Relation relation : data.relations()) {
      if ("restriction".equals(tag(relation.tags(), "type"))) {
        long via = relation.members().get(1).ref();
        for (int i : new int[] {0, 2}) {
          long[] nodes = data.ways().get((int) relation.members().get(i).ref() - 1).nodes();
          if (nodes[0] != via && nodes[nodes.length - 1] != via) {
            wrong.add("relation " + relation.id());
          }
        }
      }
    }
    return wrong;
  }

  List<Double> metresFromStationsToRoads(Set<String> kinds) {
    List<OsmData.Way> roads = roads(kinds);
    List<Double> metres = new ArrayList<>();
    for (OsmData.Way way : data.ways()) {
      String amenity = String.valueOf(tag(way.tags(), "amenity"));
      String emergency = String.valueOf(tag(way.tags(), "emergency"));
      if (Set.of("fire_station", "police").contains(amenity)
          || Set.of("ambulance_station", "gas_service").contains(emergency)) {
        metres.add(metresToNearest(at(way.nodes()[0]), roads));
      }
    }
    return metres;
  }

  private double metresToNearest(Point place, List<OsmData.Way> roads) {
    double nearest = Double.MAX_VALUE;
    for (OsmData.Way road : roads) {
      for (int i = 0; i + 1 < road.nodes().length; i++) {
        Point from = at(road.nodes()[i]);
        if (from.metresTo(place) < 1_000) {
          nearest = Math.min(nearest, place.metresToSegment(from, at(road.nodes()[i + 1])));
        }
      }
    }
    return nearest;
  }
}
