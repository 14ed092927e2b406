package uz.chorsu.tiles;

import com.onthegomap.planetiler.VectorTile;
import com.onthegomap.planetiler.archive.ReadableTileArchive;
import com.onthegomap.planetiler.archive.TileArchiveMetadata;
import com.onthegomap.planetiler.geo.TileCoord;
import com.onthegomap.planetiler.pmtiles.ReadablePmtiles;
import com.onthegomap.planetiler.util.Gzip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;

/// A finished map, opened with planetiler's own reader.
record DrawnMap(Envelope bounds, List<Drawn> features, Set<String> layersInMetadata) {

  /// One feature in one tile.
  record Drawn(TileCoord tile, VectorTile.Feature feature) {
    String text(String attribute) {
      return String.valueOf(feature.tags().get(attribute));
    }
  }

  static DrawnMap open(Path pmtiles) throws IOException {
    try (ReadableTileArchive archive = ReadablePmtiles.newReadFromFile(pmtiles);
        var tiles = archive.getAllTiles()) {
      List<Drawn> features = new ArrayList<>();
      while (tiles.hasNext()) {
        var tile = tiles.next();
        for (VectorTile.Feature feature : VectorTile.decode(Gzip.gunzip(tile.bytes()))) {
          features.add(new Drawn(tile.coord(), feature));
        }
      }
      TileArchiveMetadata metadata = archive.metadata();
      Set<String> layers = new TreeSet<>();
      Objects.requireNonNull(metadata.vectorLayers()).forEach(layer -> layers.add(layer.id()));
      return new DrawnMap(Objects.requireNonNull(metadata.bounds()), features, layers);
    }
  }

  Set<String> layers() {
    Set<String> layers = new TreeSet<>();
    features.forEach(drawn -> layers.add(drawn.feature.layer()));
    return layers;
  }

  List<Drawn> layer(String layer, int zoom) {
    return features.stream()
        .filter(drawn -> drawn.feature.layer().equals(layer) && drawn.tile.z() == zoom)
        .toList();
  }

  Set<String> values(String layer, String attribute) {
    Set<String> values = new TreeSet<>();
    for (Drawn drawn : features) {
      Object value = drawn.feature.tags().get(attribute);
      if (drawn.feature.layer().equals(layer) && value != null) {
        values.add(value.toString());
      }
    }
    return values;
  }
}
