package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.List;

/// House numbers, of buildings and of entrances or points.
final class HouseNumbers implements Layer {
  private static final LayerSchema SCHEMA =
      new LayerSchema("housenumbers", "point", 14, List.of("housenumber"), List.of());

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    String number = source.getString("addr:housenumber");
    if (number == null) {
      return;
    }
    FeatureCollector.Feature feature;
    if (source.isPoint()) {
      feature = features.point("housenumbers");
    } else if (source.canBePolygon()) {
      feature = features.centroidIfConvex("housenumbers");
    } else {
      return;
    }
    feature.setMinZoom(14).setBufferPixels(8).setAttr("housenumber", number);
  }
}
