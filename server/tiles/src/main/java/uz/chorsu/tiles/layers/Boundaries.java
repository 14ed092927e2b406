package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import com.onthegomap.planetiler.reader.osm.OsmElement;
import com.onthegomap.planetiler.reader.osm.OsmReader;
import com.onthegomap.planetiler.reader.osm.OsmRelationInfo;
import com.onthegomap.planetiler.util.Parse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Administrative boundaries. One line may bound several areas; the most important one counts.
public final class Boundaries implements Layer {
  private static final int LOWEST_LEVEL = 10;
  private static final LayerSchema SCHEMA =
      new LayerSchema("boundaries", "line", 4, List.of("admin_level"), List.of());

  /// @param adminLevel 2 (country) to 10 (neighbourhood), the scale of OpenStreetMap's
  ///   `admin_level`
  record Boundary(long id, int adminLevel) implements OsmRelationInfo {}

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  /// What the lines of this relation must know of it; null if it bounds no administrative area.
  public static @Nullable List<OsmRelationInfo> relation(OsmElement.Relation relation) {
    if (!relation.hasTag("type", "boundary", "multipolygon")) {
      return null;
    }
    Integer level = adminLevel(relation.getTag("boundary"), relation.getTag("admin_level"));
    return level == null ? null : List.of(new Boundary(relation.id(), level));
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    if (!source.canBeLine() || source.hasTag("maritime", "yes")) {
      return;
    }
    Integer lowest = adminLevel(source.getTag("boundary"), source.getTag("admin_level"));
    for (OsmReader.RelationMember<Boundary> member : source.relationInfo(Boundary.class)) {
      int level = member.relation().adminLevel();
      lowest = lowest == null ? level : Math.min(lowest, level);
    }
    if (lowest != null) {
      features
          .line("boundaries")
          .setMinZoom(minZoom(lowest))
          .setMinPixelSize(0)
          .setAttr("admin_level", lowest);
    }
  }

  private static @Nullable Integer adminLevel(
      @Nullable Object boundary, @Nullable Object adminLevel) {
    if (!"administrative".equals(boundary)) {
      return null;
    }
    Integer level = Parse.parseIntOrNull(adminLevel);
    return level == null || level < 2 || level > LOWEST_LEVEL ? null : level;
  }

  private static int minZoom(int adminLevel) {
    return switch (adminLevel) {
      case 2, 3, 4 -> 4;
      case 5, 6 -> 8;
      case 7, 8 -> 10;
      default -> 11;
    };
  }
}
