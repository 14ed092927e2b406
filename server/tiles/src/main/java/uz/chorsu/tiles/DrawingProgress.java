package uz.chorsu.tiles;

import com.onthegomap.planetiler.geo.GeoUtils;
import com.onthegomap.planetiler.geo.TileCoord;
import java.util.concurrent.atomic.LongAdder;
import org.locationtech.jts.geom.Envelope;

/// Turns what planetiler calls the profile for into one share of the whole: it reads nodes, then
/// everything again, then writes tiles.
final class DrawingProgress {
  private static final int EVERY = 256;

  private final ProgressLines lines;
  private final long relations;
  private final long ways;
  private final long tilesInBounds;
  private final LongAdder relationsRead = new LongAdder();
  private final LongAdder featuresRead = new LongAdder();
  private final LongAdder tilesWritten = new LongAdder();

  DrawingProgress(Contents contents, ProgressLines lines) {
    this.lines = lines;
    this.relations = contents.relations();
    this.ways = contents.ways();
    this.tilesInBounds = tiles(contents.bounds());
  }

  private static long tiles(Envelope latLon) {
    Envelope world = GeoUtils.toWorldBounds(latLon);
    long tiles = 0;
    for (int zoom = 0; zoom <= BaseMap.MAX_ZOOM; zoom++) {
      TileCoord first = TileCoord.aroundLngLat(latLon.getMinX(), latLon.getMaxY(), zoom);
      TileCoord last = TileCoord.aroundLngLat(latLon.getMaxX(), latLon.getMinY(), zoom);
      tiles += (long) (last.x() - first.x() + 1) * (last.y() - first.y() + 1);
    }
    return world.isNull() ? 1 : tiles;
  }

  void relationRead() {
    relationsRead.increment();
    if (relationsRead.sum() % EVERY == 0) {
      lines.step("read", 0.12, 0.3, relationsRead.sum(), relations);
    }
  }

  /// Mostly ways; nodes with tags are few beside them.
  void featureRead() {
    featuresRead.increment();
    if (featuresRead.sum() % EVERY == 0) {
      lines.step("draw", 0.3, 0.7, featuresRead.sum(), ways);
    }
  }

  void tileWritten() {
    tilesWritten.increment();
    lines.step("write", 0.7, 0.99, tilesWritten.sum(), tilesInBounds);
  }
}
