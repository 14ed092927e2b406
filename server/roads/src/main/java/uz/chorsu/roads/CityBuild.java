package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.MapData.Feature;
import uz.chorsu.roads.osm.OsmFile;

/// One import from the first byte to a whole city folder.
final class CityBuild {
  private final OsmFile file;
  private final String sha256;
  private final CityFolder folder;
  private final ImportProgress progress;

  CityBuild(OsmFile file, String sha256, CityFolder folder, ImportProgress progress) {
    this.file = file;
    this.sha256 = sha256;
    this.folder = folder;
    this.progress = progress;
  }

  void run() {
    MapData map =
        new MapReader(file, share -> progress.step("Reading the map", 0.05 + 0.35 * share)).read();
    progress.step("Building the road network", 0.4);
    RoadNetworkBuilder.Built network = buildNetwork(map);
    progress.step("Building the address search", 0.7);
    PlaceCollector places = new PlaceCollector(map);
    try (var index = new SearchIndexWriter(folder.search())) {
      places.collect(index::add);
    }
    progress.step("Writing to disk", 0.95);
    List<Landmark> landmarks = landmarks(map);
    List<GeoPoint> hydrants = hydrants(map);
    var counts =
        new City.Counts(
            network.junctions(),
            network.roadSegments(),
            network.directedEdges(),
            network.turns(),
            places.count(Place.Kind.STREET),
            places.count(Place.Kind.HOUSE),
            places.count(Place.Kind.CROSSING),
            places.count(Place.Kind.PLACE),
            landmarks.size(),
            hydrants.size());
    String fileName = String.valueOf(file.path().getFileName());
    var city =
        new City(
            cityName(map, network.bounds(), fileName),
            network.bounds(),
            counts,
            sha256,
            fileName,
            CityImport.FORMAT_VERSION);
    folder.write(city, new CityFolder.Landmarks(landmarks, hydrants));
  }

  private RoadNetworkBuilder.Built buildNetwork(MapData map) {
    Path roadFile = folder.path().resolve("roads.osm");
    try {
      new RoadFile(map).write(roadFile);
      RoadNetworkBuilder.Built built = new RoadNetworkBuilder().build(roadFile, folder.network());
      // After a failure the whole folder goes, so only success has to tidy up.
      Files.delete(roadFile);
      return built;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Landmark> landmarks(MapData map) {
    var landmarks = new ArrayList<Landmark>();
    for (Feature feature : map.features) {
      GeoPoint point = map.point(feature);
      if (point != null && FeatureTags.isLandmark(feature.tags())) {
        Landmark.Kind kind = FeatureTags.landmarkKind(feature.tags());
        List<String> names = FeatureTags.names(feature.tags());
        String name = names.isEmpty() ? "" : names.getFirst();
        List<String> others = names.isEmpty() ? names : names.subList(1, names.size());
        landmarks.add(new Landmark(feature.osmId(), kind, name, others, point));
      }
    }
    landmarks.sort(
        Comparator.comparing(Landmark::kind)
            .thenComparing(Landmark::name)
            .thenComparing(Landmark::osmId));
    return withPlainNames(landmarks);
  }

  private static List<Landmark> withPlainNames(List<Landmark> sorted) {
    var named = new ArrayList<Landmark>(sorted.size());
    var unnamed = new EnumMap<Landmark.Kind, Integer>(Landmark.Kind.class);
    for (Landmark landmark : sorted) {
      if (landmark.name().isEmpty()) {
        String plain =
            switch (landmark.kind()) {
              case FIRE_STATION -> "Fire station ";
              case POLICE -> "Police ";
              case HOSPITAL -> "Hospital ";
              case CLINIC -> "Clinic ";
              case AMBULANCE_STATION -> "Ambulance station ";
            };
        String name = plain + unnamed.merge(landmark.kind(), 1, Integer::sum);
        named.add(
            new Landmark(landmark.osmId(), landmark.kind(), name, List.of(), landmark.point()));
      } else {
        named.add(landmark);
      }
    }
    return named;
  }

  private static List<GeoPoint> hydrants(MapData map) {
    var hydrants = new ArrayList<GeoPoint>();
    for (Feature feature : map.features) {
      GeoPoint point = map.point(feature);
      if (point != null && FeatureTags.isHydrant(feature.tags())) {
        hydrants.add(point);
      }
    }
    return hydrants;
  }

  /// The largest kind of settlement on the map, of several the one nearest to the middle.
  private static String cityName(MapData map, GeoBox bounds, String fileName) {
    List<String> sizes = List.of("city", "town", "village", "hamlet");
    GeoPoint middle = bounds.centre();
    String best = fileName.replaceFirst("(\\.osm)?(\\.pbf|\\.gz|\\.xml|\\.osm)?$", "");
    double bestRank = Double.POSITIVE_INFINITY;
    for (Feature feature : map.features) {
      int size = sizes.indexOf(feature.tags().getOrDefault("place", ""));
      String name = feature.tags().get("name");
      GeoPoint point = map.point(feature);
      if (size >= 0 && name != null && point != null && bounds.contains(point)) {
        double rank = size * 1e7 + point.metresTo(middle);
        if (rank < bestRank) {
          bestRank = rank;
          best = name;
        }
      }
    }
    return best;
  }
}
