package uz.chorsu.roads;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.DAType;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.storage.index.LocationIndexTree;
import java.nio.file.Path;

/// The GraphHopper parts of a city folder: graph, turn restrictions, street names and the index of
/// places. The only class that knows how they are laid out.
final class RoadNetwork implements AutoCloseable {
  private static final int TILE_METRES = 100;

  /// What GraphHopper stores with each edge and turn.
  static final class Encoding {
    /// Speed in km/h in both directions, 0 where driving is not allowed.
    final DecimalEncodedValue speed = new DecimalEncodedValueImpl("chorsu_speed", 7, 1, true);

    /// False on islands that no route leads to, such as a car park whose entrance lies outside the
    /// extract. Nobody is snapped to them.
    final BooleanEncodedValue connected = new SimpleBooleanEncodedValue("chorsu_connected");

    final BooleanEncodedValue turnRestriction = TurnRestriction.create("chorsu");
    private final EncodingManager manager =
        new EncodingManager.Builder()
            .add(speed)
            .add(connected)
            .addTurnCostEncodedValue(turnRestriction)
            .build();

    /// Fine tiles make snapping quicker in dense cities; enough of them are searched to reach
    /// {@link Roads#SNAP_LIMIT_METRES}.
    LocationIndexTree index(BaseGraph graph) {
      var index = new LocationIndexTree(graph, graph.getDirectory());
      index.setMinResolutionInMeter(TILE_METRES);
      return index.setMaxRegionSearch((int) (Roads.SNAP_LIMIT_METRES / TILE_METRES) + 2);
    }

    BaseGraph graph(Path folder) {
      LibraryLogs.quiet();
      return new BaseGraph.Builder(manager)
          .setDir(new GHDirectory(folder.toString(), DAType.RAM_STORE))
          .withTurnCosts(true)
          .build();
    }
  }

  final Encoding encoding;
  final BaseGraph graph;
  final LocationIndexTree index;

  private RoadNetwork(Encoding encoding, BaseGraph graph) {
    this.encoding = encoding;
    this.graph = graph;
    this.index = encoding.index(graph);
  }

  /// @param folder made by {@link RoadNetworkBuilder}
  static RoadNetwork open(Path folder) {
    var encoding = new Encoding();
    BaseGraph graph = encoding.graph(folder);
    if (!graph.loadExisting()) {
      throw new IllegalStateException("There is no road network in " + folder);
    }
    var network = new RoadNetwork(encoding, graph);
    if (!network.index.loadExisting()) {
      throw new IllegalStateException("There is no index of places in " + folder);
    }
    return network;
  }

  @Override
  public void close() {
    index.close();
    graph.close();
  }
}
