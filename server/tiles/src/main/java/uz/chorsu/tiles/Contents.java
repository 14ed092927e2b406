package uz.chorsu.tiles;

import com.onthegomap.planetiler.reader.osm.OsmElement;
import java.nio.file.Path;
import org.locationtech.jts.geom.Envelope;

/// What lies in a PBF file.
///
/// @param sorted whether nodes come before ways before relations, each by ascending positive id, as
///   planetiler needs it
/// @param greatestNodeId planetiler's index of nodes is as long as this
/// @param bounds of the map, degrees (x: longitude, y: latitude): what the file declares, as far as
///   there are nodes; otherwise the box around all nodes
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

  /// So that one straight street has bounds with a surface; about 20 metres.
  private static final double MARGIN_DEGREES = 0.0002;

  boolean canBeDrawnAsItIs() {
    return sorted && greatestNodeId <= SMALL_NODE_ID;
  }

  Contents at(Path copy) {
    return new Contents(copy, nodes, ways, relations, sorted, nodes, bounds);
  }

  /// @param declared by the file; without a surface if it declares nothing. Extracts hold nodes far
  ///   outside of what was asked for, as parts of ways that only begin inside
  Contents within(Envelope declared) {
    Envelope clipped = bounds.intersection(declared);
    return clipped.getArea() > 0
        ? new Contents(pbf, nodes, ways, relations, sorted, greatestNodeId, clipped)
        : this;
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
      Envelope roomy = bounds.copy();
      roomy.expandBy(MARGIN_DEGREES);
      return new Contents(pbf, nodes, ways, relations, sorted, greatestNodeId, roomy);
    }
  }
}
