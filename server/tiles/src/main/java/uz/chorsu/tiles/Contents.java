package uz.chorsu.tiles;

import com.onthegomap.planetiler.reader.osm.OsmElement;
import java.nio.file.Path;
import org.locationtech.jts.geom.Envelope;

/// What lies in a PBF file.
///
/// @param sorted whether nodes come before ways before relations, each by ascending positive id, as
///   planetiler needs it
/// @param greatestNodeId planetiler's index of nodes is as long as this
/// @param bounds of all nodes, degrees (x: longitude, y: latitude)
record Contents(
    Path pbf,
    long nodes,
    long ways,
    long relations,
    boolean sorted,
    long greatestNodeId,
    Envelope bounds) {

  /// Above this planetiler's index of nodes would take more than 16 MiB.
  private static final long SMALL_NODE_ID = 500_000_000;

  boolean canBeDrawnAsItIs() {
    return sorted && greatestNodeId <= SMALL_NODE_ID;
  }

  Contents at(Path copy) {
    return new Contents(copy, nodes, ways, relations, sorted, nodes, bounds);
  }

  static final class Counter {
    private long nodes;
    private long ways;
    private long relations;
    private boolean sorted = true;
    private int lastType;
    private long lastId;
    private long greatestNodeId;
    private final Envelope bounds = new Envelope();

    void add(OsmElement element) {
      switch (element) {
        case OsmElement.Node node -> {
          nodes++;
          bounds.expandToInclude(node.lon(), node.lat());
          greatestNodeId = Math.max(greatestNodeId, node.id());
          order(1, node.id());
        }
        case OsmElement.Way way -> {
          ways++;
          order(2, way.id());
        }
        case OsmElement.Relation relation -> {
          relations++;
          order(3, relation.id());
        }
        default -> {
          // The header.
        }
      }
    }

    private void order(int type, long id) {
      sorted &= type > lastType ? id > 0 : type == lastType && id > lastId;
      lastType = type;
      lastId = id;
    }

    Contents of(Path pbf) {
      return new Contents(pbf, nodes, ways, relations, sorted, greatestNodeId, bounds);
    }
  }
}
