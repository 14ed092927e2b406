package uz.chorsu.roads;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.reader.osm.RestrictionTagParser;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.subnetwork.EdgeBasedTarjanSCC;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.IntsRef;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.EdgeIteratorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import uz.chorsu.roads.RoadNetwork.Encoding;

/// Makes the GraphHopper files of a city folder out of a {@link RoadFile}.
final class RoadNetworkBuilder {
  /// Components with fewer directed edges than this count as islands; the largest never does.
  private static final int SMALLEST_COMPONENT = 400;

  /// Vehicle words of OpenStreetMap turn restrictions that concern a fire engine or an ambulance.
  private static final List<String> VEHICLES =
      List.of("motorcar", "motor_vehicle", "vehicle", "emergency");

  private final Encoding encoding = new Encoding();

  /// Figures for the city's description.
  record Built(GeoBox bounds, int junctions, int roadSegments, int directedEdges, int turns) {}

  /// @param roadFile written by {@link RoadFile}
  /// @param folder empty or not there yet
  Built build(Path roadFile, Path folder) {
    BaseGraph graph = encoding.graph(folder);
    try {
      graph.create(1000);
      read(roadFile, graph);
      markConnected(graph);
      graph.freeze();
      LocationIndexTree index = encoding.index(graph);
      index.prepareIndex(edge -> edge.get(encoding.connected));
      graph.flush();
      Built built = describe(graph);
      index.close();
      return built;
    } finally {
      graph.close();
    }
  }

  private void read(Path roadFile, BaseGraph graph) {
    var parsers =
        new OSMParsers()
            .addWayTagParser(new SpeedTags())
            .addRestrictionTagParser(new RestrictionTagParser(VEHICLES, encoding.turnRestriction));
    try {
      new OSMReader(graph, parsers, new OSMReaderConfig()).setFile(roadFile.toFile()).readGraph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes the speeds over that {@link RoadFile} wrote; the bit of road inside a blocking barrier
  /// has none.
  private final class SpeedTags implements TagParser {
    @Override
    public void handleWayTags(
        int edgeId, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
      boolean blocked = way.hasTag("gh:barrier_edge");
      encoding.speed.setDecimal(
          false, edgeId, access, blocked ? 0 : speed(way, RoadFile.FORWARD_KEY));
      encoding.speed.setDecimal(
          true, edgeId, access, blocked ? 0 : speed(way, RoadFile.BACKWARD_KEY));
    }

    private static double speed(ReaderWay way, String key) {
      return Double.parseDouble(way.getTag(key, "0"));
    }
  }

  /// Strongly connected components over the turns that are allowed. U-turns count as allowed.
  private void markConnected(BaseGraph graph) {
    var weighting = EmergencyWeighting.open(graph, encoding);
    var components =
        EdgeBasedTarjanSCC.findComponents(
            graph,
            (previous, edge) ->
                weighting.calcEdgeWeight(edge, false) < Double.POSITIVE_INFINITY
                    && (previous < 0
                        || weighting.calcTurnWeight(previous, edge.getBaseNode(), edge.getEdge())
                            < Double.POSITIVE_INFINITY),
            false);
    var connected = new BitSet(graph.getEdges());
    int large = Math.min(SMALLEST_COMPONENT, components.getBiggestComponent().size());
    for (IntArrayList component : components.getComponents()) {
      if (component.size() >= large) {
        for (IntCursor key : component) {
          connected.set(key.value / 2);
        }
      }
    }
    AllEdgesIterator edges = graph.getAllEdges();
    while (edges.next()) {
      edges.set(encoding.connected, connected.get(edges.getEdge()) && isDrivable(edges));
    }
  }

  private boolean isDrivable(EdgeIteratorState edge) {
    return edge.get(encoding.speed) > 0 || edge.getReverse(encoding.speed) > 0;
  }

  private Built describe(BaseGraph graph) {
    int directed = 0;
    AllEdgesIterator edges = graph.getAllEdges();
    while (edges.next()) {
      directed += edges.get(encoding.speed) > 0 ? 1 : 0;
      directed += edges.getReverse(encoding.speed) > 0 ? 1 : 0;
    }
    var box = graph.getBounds();
    return new Built(
        new GeoBox(box.minLat, box.minLon, box.maxLat, box.maxLon),
        graph.getNodes(),
        graph.getEdges(),
        directed,
        graph.getTurnCostStorage().getTurnCostsCount());
  }
}
