package uz.chorsu.roads;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeExplorer;

/// GraphHopper honours restrictions over several ways ("no U-turn through the middle street") by
/// adding copies of edges. Copies are one and the same road: closing, snapping and U-turns treat
/// them alike.
final class EdgeCopies {
  private EdgeCopies() {}

  /// For each edge the edge that it is a copy of; for an original, itself.
  static int[] originals(BaseGraph graph) {
    int[] originals = new int[graph.getEdges()];
    EdgeExplorer explorer = graph.createEdgeExplorer();
    var edges = graph.getAllEdges();
    while (edges.next()) {
      int edge = edges.getEdge();
      int[] lowest = {edge};
      graph.forEdgeAndCopiesOfEdge(
          explorer, edges.getBaseNode(), edge, copy -> lowest[0] = Math.min(lowest[0], copy));
      originals[edge] = lowest[0];
    }
    return originals;
  }
}
