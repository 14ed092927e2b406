package uz.chorsu.tiles;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.FeatureMerge;
import com.onthegomap.planetiler.Profile;
import com.onthegomap.planetiler.VectorTile;
import com.onthegomap.planetiler.geo.GeometryException;
import com.onthegomap.planetiler.geo.TileCoord;
import com.onthegomap.planetiler.reader.SourceFeature;
import com.onthegomap.planetiler.reader.osm.OsmElement;
import com.onthegomap.planetiler.reader.osm.OsmRelationInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.tiles.layers.Boundaries;
import uz.chorsu.tiles.layers.Layer;

/// What planetiler asks while it draws: hands every thing to every layer, and joins lines that look
/// the same, so that tiles stay small and labels have long lines to lie on.
final class BaseMapProfile implements Profile {
  private static final double MERGE_TOLERANCE_PIXELS = 0.1;
  private static final double MERGE_BUFFER_PIXELS = 4;

  private final List<Layer> layers = Layer.all();
  private final DrawingProgress progress;

  BaseMapProfile(DrawingProgress progress) {
    this.progress = progress;
  }

  @Override
  public String name() {
    return "Chorsu base map";
  }

  @Override
  public String attribution() {
    return OSM_ATTRIBUTION;
  }

  // Planetiler takes null for "no relation that matters" and says so in its documentation.
  @Override
  public @Nullable List<OsmRelationInfo> preprocessOsmRelation(OsmElement.Relation relation) {
    progress.relationRead();
    return Boundaries.relation(relation);
  }

  @Override
  public void processFeature(SourceFeature source, FeatureCollector features) {
    progress.featureRead();
    for (Layer layer : layers) {
      layer.draw(source, features);
    }
  }

  @Override
  public List<VectorTile.Feature> postProcessLayerFeatures(
      String layer, int zoom, List<VectorTile.Feature> items) throws GeometryException {
    return switch (layer) {
      case "roads", "boundaries", "water" ->
          FeatureMerge.mergeLineStrings(
              items, zoom < 12 ? 1 : 0, MERGE_TOLERANCE_PIXELS, MERGE_BUFFER_PIXELS);
      default -> items;
    };
  }

  @Override
  public Map<String, List<VectorTile.Feature>> postProcessTileFeatures(
      TileCoord tile, Map<String, List<VectorTile.Feature>> tileLayers) {
    progress.tileWritten();
    return tileLayers;
  }
}
