package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import com.onthegomap.planetiler.util.Parse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Streets, paths and rails.
final class Roads implements Layer {
  private static final LayerSchema SCHEMA =
      new LayerSchema(
          "roads",
          "line",
          4,
          Names.and("class", "kind", "ref", "oneway", "bridge", "tunnel", "link", "level"),
          List.of(
              "motorway",
              "trunk",
              "primary",
              "secondary",
              "tertiary",
              "minor",
              "service",
              "path",
              "rail",
              "ferry"));

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    if (!source.canBeLine() || source.hasTag("area", "yes")) {
      return;
    }
    String kind = kind(source);
    String roadClass = kind == null ? null : roadClass(kind);
    if (kind == null || roadClass == null) {
      return;
    }
    FeatureCollector.Feature feature =
        features
            .line("roads")
            .setMinZoom(minZoom(roadClass, kind, source))
            .setMinPixelSize(0)
            .setSortKey(importance(roadClass))
            .setAttr("class", roadClass)
            .setAttrWithMinzoom("kind", kind, 12);
    addShape(feature, source, kind);
    String ref = source.getString("ref");
    if (ref != null && importance(roadClass) >= importance("tertiary")) {
      feature.setAttrWithMinzoom("ref", ref, 8);
    }
    Names.add(feature, source, importance(roadClass) >= importance("secondary") ? 10 : 12);
  }

  private static void addShape(
      FeatureCollector.Feature feature, SourceFeature source, String kind) {
    if (source.hasTag("oneway", "yes", "true", "1") || source.hasTag("junction", "roundabout")) {
      feature.setAttrWithMinzoom("oneway", 1, 12);
    } else if (source.hasTag("oneway", "-1", "reverse")) {
      feature.setAttrWithMinzoom("oneway", -1, 12);
    }
    if (source.hasTag("bridge") && !source.hasTag("bridge", "no")) {
      feature.setAttrWithMinzoom("bridge", 1, 12);
    }
    if (source.hasTag("tunnel") && !source.hasTag("tunnel", "no")) {
      feature.setAttrWithMinzoom("tunnel", 1, 12);
    }
    if (kind.endsWith("_link")) {
      feature.setAttr("link", 1);
    }
    Integer level = Parse.parseIntOrNull(source.getTag("layer"));
    if (level != null && level != 0) {
      feature.setAttrWithMinzoom("level", level, 12);
    }
  }

  /// The value of the tag that makes it a road, rail or ferry.
  private static @Nullable String kind(SourceFeature source) {
    String highway = source.getString("highway");
    if (highway != null) {
      return highway;
    }
    String railway = source.getString("railway");
    if (railway != null) {
      return railway;
    }
    return source.hasTag("route", "ferry") ? "ferry" : null;
  }

  private static @Nullable String roadClass(String kind) {
    return switch (kind) {
      case "motorway", "motorway_link" -> "motorway";
      case "trunk", "trunk_link" -> "trunk";
      case "primary", "primary_link" -> "primary";
      case "secondary", "secondary_link" -> "secondary";
      case "tertiary", "tertiary_link" -> "tertiary";
      case "unclassified", "residential", "living_street", "road", "busway" -> "minor";
      case "service" -> "service";
      case "pedestrian", "footway", "path", "cycleway", "steps", "track", "bridleway" -> "path";
      case "rail", "light_rail", "subway", "tram", "narrow_gauge", "monorail", "funicular" ->
          "rail";
      case "ferry" -> "ferry";
      default -> null;
    };
  }

  private static int minZoom(String roadClass, String kind, SourceFeature source) {
    return switch (roadClass) {
      case "motorway" -> kind.endsWith("_link") ? 10 : 4;
      case "trunk" -> kind.endsWith("_link") ? 11 : 5;
      case "primary" -> kind.endsWith("_link") ? 12 : 7;
      case "secondary" -> 9;
      case "tertiary" -> 10;
      case "minor" -> 12;
      case "rail" -> railMinZoom(kind, source);
      case "ferry" -> 10;
      default -> 13;
    };
  }

  private static int railMinZoom(String kind, SourceFeature source) {
    if (source.hasTag("service")) {
      return 13;
    }
    return kind.equals("rail") ? 8 : 12;
  }

  private static int importance(String roadClass) {
    return switch (roadClass) {
      case "motorway" -> 9;
      case "trunk" -> 8;
      case "primary" -> 7;
      case "secondary" -> 6;
      case "tertiary" -> 5;
      case "rail" -> 4;
      case "minor" -> 3;
      case "service" -> 2;
      case "path" -> 1;
      default -> 0;
    };
  }
}
