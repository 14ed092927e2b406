package uz.chorsu.roads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.MapData.Feature;
import uz.chorsu.roads.MapData.Road;

/// Turns the map into what the address search finds: streets, houses, crossings and named places.
final class PlaceCollector {
  /// Parts of one street may be this far apart; farther ones are two streets of the same name.
  private static final double SAME_STREET_METRES = 1500;

  /// A crossing of two double carriageways is up to four nodes, but one place.
  private static final double SAME_CROSSING_METRES = 80;

  private final MapData map;
  private final Map<Place.Kind, Integer> counts = new EnumMap<>(Place.Kind.class);
  private final Map<String, Set<String>> namesOfStreet = new HashMap<>();
  private Consumer<Entry> out = _ -> {};

  PlaceCollector(MapData map) {
    this.map = map;
  }

  /// One document of the index.
  ///
  /// @param nameGroups all names; for a crossing one group for each of the two streets
  /// @param houseNumber empty unless a house
  record Entry(
      Place.Kind kind,
      String label,
      List<List<String>> nameGroups,
      String houseNumber,
      String category,
      GeoPoint point) {}

  int count(Place.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  void collect(Consumer<Entry> consumer) {
    out = consumer;
    Map<String, List<Road>> byName = new TreeMap<>();
    for (Road road : map.roads) {
      String name = road.name();
      if (name != null && !name.isBlank()) {
        byName.computeIfAbsent(name.strip(), _ -> new ArrayList<>()).add(road);
        namesOfStreet
            .computeIfAbsent(name.strip(), _ -> new LinkedHashSet<>())
            .addAll(streetNames(road));
      }
    }
    byName.forEach(this::streets);
    crossings();
    for (Feature feature : map.features) {
      GeoPoint point = map.point(feature);
      if (point != null) {
        house(feature, point);
        place(feature, point);
      }
    }
  }

  private static List<String> streetNames(Road road) {
    var names = new ArrayList<>(FeatureTags.names(road.tags()));
    String ref = road.tags().get("ref");
    if (ref != null) {
      names.addAll(FeatureTags.split(ref));
    }
    return names;
  }

  private void add(Entry entry) {
    counts.merge(entry.kind(), 1, Integer::sum);
    out.accept(entry);
  }

  /// Splits the ways of one name into streets that lie together, and points to the middle of each.
  private void streets(String name, List<Road> roads) {
    var groups = new ArrayList<List<GeoPoint>>();
    for (Road road : roads) {
      List<GeoPoint> points = points(road);
      if (points.isEmpty()) {
        continue;
      }
      var joined = new ArrayList<>(points);
      groups.removeIf(group -> {
        boolean near = isNear(group, points);
        if (near) {
          joined.addAll(group);
        }
        return near;
      });
      groups.add(joined);
    }
    String highway = roads.getFirst().tags().getOrDefault("highway", "road");
    for (List<GeoPoint> group : groups) {
      List<List<String>> names = List.of(names(name));
      add(new Entry(Place.Kind.STREET, name, names, "", "highway=" + highway, middle(group)));
    }
  }

  private static boolean isNear(List<GeoPoint> group, List<GeoPoint> points) {
    GeoPoint first = points.getFirst();
    GeoPoint last = points.getLast();
    for (GeoPoint point : group) {
      if (point.metresTo(first) < SAME_STREET_METRES || point.metresTo(last) < SAME_STREET_METRES) {
        return true;
      }
    }
    return false;
  }

  private List<GeoPoint> points(Road road) {
    var points = new ArrayList<GeoPoint>();
    for (long node : road.nodes()) {
      int index = map.nodes.indexOf(node);
      if (map.nodes.isPlaced(index)) {
        points.add(new GeoPoint(map.nodes.lat(index), map.nodes.lon(index)));
      }
    }
    // Ends and middle are enough to tell where a way lies.
    return points.size() <= 3
        ? points
        : List.of(points.getFirst(), points.get(points.size() / 2), points.getLast());
  }

  /// The point of the street nearest to its centre of gravity, so that it lies on the street.
  private static GeoPoint middle(List<GeoPoint> points) {
    double lat = 0;
    double lon = 0;
    for (GeoPoint point : points) {
      lat += point.lat() / points.size();
      lon += point.lon() / points.size();
    }
    var centre = new GeoPoint(lat, lon);
    GeoPoint best = points.getFirst();
    for (GeoPoint point : points) {
      if (point.metresTo(centre) < best.metresTo(centre)) {
        best = point;
      }
    }
    return best;
  }

  private List<String> names(String streetName) {
    return List.copyOf(namesOfStreet.getOrDefault(streetName, Set.of(streetName)));
  }

  private void crossings() {
    var nameAtNode = new HashMap<Integer, Set<String>>();
    for (Road road : map.roads) {
      String name = road.name();
      if (name == null || name.isBlank()) {
        continue;
      }
      for (long node : road.nodes()) {
        int index = map.nodes.indexOf(node);
        if (map.nodes.isPlaced(index)) {
          nameAtNode.computeIfAbsent(index, _ -> new LinkedHashSet<>(2)).add(name.strip());
        }
      }
    }
    var seen = new HashMap<String, List<GeoPoint>>();
    nameAtNode.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> crossingsAt(entry.getKey(), entry.getValue(), seen));
  }

  private void crossingsAt(int node, Set<String> names, Map<String, List<GeoPoint>> seen) {
    var sorted = names.stream().sorted().toList();
    var point = new GeoPoint(map.nodes.lat(node), map.nodes.lon(node));
    for (int i = 0; i < sorted.size(); i++) {
      for (int k = i + 1; k < sorted.size(); k++) {
        if (!Collections.disjoint(names(sorted.get(i)), names(sorted.get(k)))) {
          // "A" and "A; B" are not two streets.
          continue;
        }
        String label = sorted.get(i) + " / " + sorted.get(k);
        List<GeoPoint> before = seen.computeIfAbsent(label, _ -> new ArrayList<>());
        if (before.stream().noneMatch(other -> other.metresTo(point) < SAME_CROSSING_METRES)) {
          before.add(point);
          List<List<String>> groups = List.of(names(sorted.get(i)), names(sorted.get(k)));
          add(new Entry(Place.Kind.CROSSING, label, groups, "", "", point));
        }
      }
    }
  }

  private void house(Feature feature, GeoPoint point) {
    String number = feature.tags().get("addr:housenumber");
    String street = feature.tags().getOrDefault("addr:street", feature.tags().get("addr:place"));
    if (number == null || street == null || street.isBlank() || number.isBlank()) {
      return;
    }
    List<String> names = names(street.strip());
    String label = street.strip() + " " + number.strip();
    add(new Entry(Place.Kind.HOUSE, label, List.of(names), number.strip(), "", point));
  }

  private void place(Feature feature, GeoPoint point) {
    List<String> names = FeatureTags.names(feature.tags());
    String category = FeatureTags.category(feature.tags());
    if (names.isEmpty() || category.isEmpty()) {
      return;
    }
    add(new Entry(Place.Kind.PLACE, names.getFirst(), List.of(names), "", category, point));
  }
}
