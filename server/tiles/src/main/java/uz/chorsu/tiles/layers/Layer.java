package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.List;

/// One layer of the vector tiles: which things of OpenStreetMap it shows, as what, and from which
/// zoom on.
public sealed interface Layer
    permits Boundaries, Buildings, HouseNumbers, Landuse, Places, Pois, Roads, Water {

  /// Every layer, in the order in which a map draws them.
  static List<Layer> all() {
    return List.of(
        new Landuse(),
        new Water(),
        new Buildings(),
        new Roads(),
        new Boundaries(),
        new Places(),
        new Pois(),
        new HouseNumbers());
  }

  LayerSchema schema();

  void draw(SourceFeature source, FeatureCollector features);
}
