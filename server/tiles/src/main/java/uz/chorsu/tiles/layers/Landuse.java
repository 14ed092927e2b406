package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ground is used for.
final class Landuse implements Layer {
  private static final LayerSchema SCHEMA =
      new LayerSchema(
          "landuse",
          "polygon",
          6,
          Names.and("class"),
          List.of(
              "park",
              "forest",
              "grass",
              "farmland",
              "residential",
              "commercial",
              "industrial",
              "railway",
              "cemetery",
              "school",
              "hospital",
              "sport",
              "square",
              "parking",
              "sand",
              "wetland",
              "military",
              "airfield"));

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    String landClass = source.canBePolygon() ? landClass(source) : null;
    if (landClass == null) {
      return;
    }
    int minZoom =
        switch (landClass) {
          case "forest", "farmland" -> 6;
          case "park",
              "grass",
              "residential",
              "industrial",
              "cemetery",
              "airfield",
              "military",
              "sand",
              "wetland",
              "commercial",
              "railway" ->
              8;
          case "parking" -> 14;
          default -> 12;
        };
    FeatureCollector.Feature feature =
        features.polygon("landuse").setMinZoom(minZoom).setMinPixelSize(2);
    feature.setAttr("class", landClass);
    if (!landClass.equals("residential")) {
      Names.add(feature, source, 12);
    }
  }

  private static @Nullable String landClass(SourceFeature source) {
    String byLanduse = byLanduse(source.getString("landuse", ""));
    if (byLanduse != null) {
      return byLanduse;
    }
    return switch (source.getString("leisure", "")) {
      case "park", "garden", "nature_reserve", "dog_park" -> "park";
      case "pitch",
          "playground",
          "stadium",
          "sports_centre",
          "golf_course",
          "track",
          "water_park" ->
          "sport";
      default -> byOtherTags(source);
    };
  }

  private static @Nullable String byLanduse(String landuse) {
    return switch (landuse) {
      case "forest" -> "forest";
      case "grass", "meadow", "village_green", "recreation_ground", "flowerbed" -> "grass";
      case "farmland",
          "farmyard",
          "orchard",
          "vineyard",
          "plant_nursery",
          "allotments",
          "greenhouse_horticulture" ->
          "farmland";
      case "residential" -> "residential";
      case "commercial", "retail" -> "commercial";
      case "industrial", "quarry", "landfill", "construction", "brownfield", "garages" ->
          "industrial";
      case "railway", "cemetery", "military" -> landuse;
      default -> null;
    };
  }

  private static @Nullable String byOtherTags(SourceFeature source) {
    return switch (source.getString("amenity", "")) {
      case "school", "university", "college", "kindergarten" -> "school";
      case "hospital", "clinic" -> "hospital";
      case "grave_yard" -> "cemetery";
      case "parking" -> "parking";
      case "marketplace" -> "commercial";
      default -> byNature(source);
    };
  }

  private static @Nullable String byNature(SourceFeature source) {
    if (source.hasTag("place", "square") || isPedestrianArea(source)) {
      return "square";
    }
    if (source.hasTag("aeroway", "aerodrome")) {
      return "airfield";
    }
    return switch (source.getString("natural", "")) {
      case "wood" -> "forest";
      case "grassland", "scrub", "heath", "fell" -> "grass";
      case "beach", "sand", "shingle", "bare_rock", "scree" -> "sand";
      case "wetland", "mud" -> "wetland";
      default -> null;
    };
  }

  private static boolean isPedestrianArea(SourceFeature source) {
    return source.hasTag("highway", "pedestrian", "footway") && source.hasTag("area", "yes");
  }
}
