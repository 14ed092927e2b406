package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import com.onthegomap.planetiler.util.Parse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Buildings as outlines, with a height where the map knows one.
final class Buildings implements Layer {
  private static final double METRES_PER_LEVEL = 3;
  private static final LayerSchema SCHEMA =
      new LayerSchema("buildings", "polygon", 13, List.of("height"), List.of());

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    if (!source.canBePolygon()
        || !source.hasTag("building")
        || source.hasTag("building", "no")
        || source.hasTag("location", "underground")) {
      return;
    }
    FeatureCollector.Feature feature =
        features.polygon("buildings").setMinZoom(13).setMinPixelSize(2).setPixelTolerance(0.25);
    Double heightMetres = heightMetres(source);
    if (heightMetres != null) {
      feature.setAttrWithMinzoom("height", Math.round(heightMetres), 14);
    }
  }

  private static @Nullable Double heightMetres(SourceFeature source) {
    Double given = Parse.meters(source.getTag("height"));
    if (given != null) {
      return given;
    }
    Double levels = Parse.parseDoubleOrNull(source.getTag("building:levels"));
    return levels == null ? null : levels * METRES_PER_LEVEL;
  }
}
