package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import com.onthegomap.planetiler.util.Parse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels of cities, districts and neighbourhoods (mahallas).
final class Places implements Layer {
  private static final LayerSchema SCHEMA =
      new LayerSchema(
          "places",
          "point",
          4,
          Names.and("class", "population"),
          List.of("city", "town", "village", "hamlet", "district", "neighbourhood", "locality"));

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    String place = source.getString("place");
    // A boundary relation with `place` has its label as a node of its own.
    if (place == null || !Names.has(source) || source.hasTag("boundary")) {
      return;
    }
    String placeClass = placeClass(place);
    if (placeClass == null) {
      return;
    }
    FeatureCollector.Feature feature;
    if (source.isPoint()) {
      feature = features.point("places");
    } else if (source.canBePolygon()) {
      feature = features.pointOnSurface("places");
    } else {
      return;
    }
    Integer population = Parse.parseIntOrNull(source.getTag("population"));
    feature
        .setMinZoom(minZoom(placeClass))
        .setSortKey(minZoom(placeClass))
        .setBufferPixels(64)
        .setAttr("class", placeClass)
        .setAttr("population", population);
    Names.add(feature, source, 0);
  }

  private static @Nullable String placeClass(String place) {
    return switch (place) {
      case "city", "town", "village", "hamlet", "neighbourhood", "locality" -> place;
      case "isolated_dwelling", "farm" -> "hamlet";
      case "borough", "suburb", "district", "city_district" -> "district";
      case "quarter", "city_block", "allotments" -> "neighbourhood";
      default -> null;
    };
  }

  private static int minZoom(String placeClass) {
    return switch (placeClass) {
      case "city" -> 4;
      case "town" -> 7;
      case "village" -> 9;
      case "district" -> 10;
      case "neighbourhood", "hamlet" -> 12;
      default -> 13;
    };
  }
}
