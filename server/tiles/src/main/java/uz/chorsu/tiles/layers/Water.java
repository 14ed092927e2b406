package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lakes, rivers, canals. The sea is not drawn: OpenStreetMap has only its coastline, and to make
/// surfaces of that needs the whole coast; the line itself is shown.
final class Water implements Layer {
  private static final LayerSchema SCHEMA =
      new LayerSchema(
          "water",
          "polygon, line",
          4,
          Names.and("class", "tunnel", "intermittent"),
          List.of("lake", "river", "canal", "stream", "ditch", "basin", "coastline"));

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    String surface = source.canBePolygon() ? surfaceClass(source) : null;
    if (surface != null) {
      draw(features.polygon("water").setMinZoom(4).setMinPixelSize(2), surface, source, 10);
      return;
    }
    String line = source.canBeLine() ? lineClass(source) : null;
    if (line != null) {
      int minZoom =
          switch (line) {
            case "coastline" -> 4;
            case "river" -> 8;
            case "canal" -> 10;
            case "stream" -> 12;
            default -> 13;
          };
      draw(features.line("water").setMinZoom(minZoom), line, source, 12);
    }
  }

  private static void draw(
      FeatureCollector.Feature feature, String waterClass, SourceFeature source, int nameZoom) {
    feature.setAttr("class", waterClass).setBufferPixels(4);
    if (source.hasTag("tunnel", "yes", "culvert")) {
      feature.setAttr("tunnel", 1);
    }
    if (source.hasTag("intermittent", "yes")) {
      feature.setAttr("intermittent", 1);
    }
    Names.add(feature, source, nameZoom);
  }

  private static @Nullable String surfaceClass(SourceFeature source) {
    if (source.hasTag("natural", "water")) {
      if (source.hasTag("water", "river", "oxbow")) {
        return "river";
      }
      if (source.hasTag("water", "canal", "ditch")) {
        return "canal";
      }
      return source.hasTag("water", "basin", "reservoir") ? "basin" : "lake";
    }
    if (source.hasTag("waterway", "riverbank")) {
      return "river";
    }
    return source.hasTag("landuse", "reservoir", "basin") ? "basin" : null;
  }

  private static @Nullable String lineClass(SourceFeature source) {
    if (source.hasTag("natural", "coastline")) {
      return "coastline";
    }
    String waterway = source.getString("waterway", "");
    return switch (waterway) {
      case "river", "canal", "stream" -> waterway;
      case "ditch", "drain" -> "ditch";
      default -> null;
    };
  }
}
