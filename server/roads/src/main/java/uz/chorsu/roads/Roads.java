package uz.chorsu.roads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import uz.chorsu.model.GeoPoint;

/// The road network of one imported city. Safe for many threads; closures count for every answer
/// that starts after the change.
public final class Roads implements AutoCloseable {
  /// Farther from every road than this a place counts as off the network.
  public static final double SNAP_LIMIT_METRES = 500;

  /// Searches in memory that wait to be used again, about 5 bytes per directed edge each.
  private static final int IDLE_SEARCHES = 4;

  private final City city;
  private final CityFolder.Landmarks landmarks;
  private final RoadNetwork network;
  private final TimeGraph graph;
  private final EdgeFamilies families;
  private final Locator locator;
  private final Router router;
  private final ClosureMatcher matcher;
  private final AddressSearch search;
  private final ArrayBlockingQueue<TimeTree> idle = new ArrayBlockingQueue<>(IDLE_SEARCHES);
  private volatile Closed closed;

  /// The closures in force and what follows from them, replaced as a whole.
  private record Closed(Map<String, Closure> byId, ClosedEdges edges, TimeGraph open) {}

  private Roads(CityFolder folder) {
    city = folder.city();
    landmarks = folder.landmarks();
    network = RoadNetwork.open(folder.network());
    graph = new TimeGraph(network);
    families = new EdgeFamilies(graph.originals);
    locator = new Locator(network, graph);
    router = new Router(network, locator, graph);
    matcher = new ClosureMatcher(network, graph, families);
    search = AddressSearch.open(folder.search());
    closed = new Closed(Map.of(), ClosedEdges.NONE, graph);
  }

  /// Opens a folder made by {@link CityImport}, in well under a second.
  public static Roads open(Path cityDir) {
    return new Roads(new CityFolder(cityDir));
  }

  public City city() {
    return city;
  }

  /// The nearest point on a road, closed or not.
  public Snap snap(GeoPoint position) {
    return locator.snap(position);
  }

  /// Travel times from everywhere to one place, through one reverse shortest-path tree.
  public TravelTimes timesTo(GeoPoint place) {
    TimeGraph open = closed.open();
    TimeTree tree = idle.poll();
    if (tree == null) {
      tree = new TimeTree(graph);
    }
    TravelTimes times = TravelTimes.grow(place, locator, open, families, tree);
    // If enough are waiting already, this one is left to the garbage collector.
    boolean _ = idle.offer(tree);
    return times;
  }

  /// The quickest way, found by a separate search (GraphHopper).
  public Route route(GeoPoint from, GeoPoint to) {
    Closed now = closed;
    return router.route(from, to, now.open(), now.edges());
  }

  /// Replaces all closures. Whoever calls this keeps them.
  public synchronized void setClosures(Collection<Closure> closures) {
    var byId = new LinkedHashMap<String, Closure>();
    closures.forEach(closure -> byId.put(closure.id(), closure));
    var keys = new ArrayList<Integer>();
    byId.values().forEach(closure -> keys.addAll(matcher.keys(closure)));
    ClosedEdges edges = ClosedEdges.of(keys, graph.keyCount());
    closed = new Closed(byId, edges, graph.without(edges));
  }

  /// Adds a closure, or replaces the one with the same id.
  public synchronized void closeRoad(Closure closure) {
    var closures = new LinkedHashMap<>(closed.byId());
    closures.put(closure.id(), closure);
    setClosures(closures.values());
  }

  /// Takes a closure away; nothing happens if there is none with that id.
  public synchronized void openRoad(String closureId) {
    var closures = new LinkedHashMap<>(closed.byId());
    closures.remove(closureId);
    setClosures(closures.values());
  }

  /// The closures in force.
  public List<Closure> closures() {
    return List.copyOf(closed.byId().values());
  }

  /// The road segments that a closure closes (or would close), as lines for the map.
  public List<List<GeoPoint>> closedSegments(Closure closure) {
    return matcher.lines(closure);
  }

  public AddressSearch search() {
    return search;
  }

  /// The house within 60 m, otherwise the named street within 200 m, otherwise the nearest named
  /// place within 500 m.
  public Optional<Place> describe(GeoPoint point) {
    return search
        .reverse()
        .house(point)
        .or(() -> locator.street(point))
        .or(() -> search.reverse().place(point));
  }

  /// Stations and hospitals that the map names, ordered by kind and name.
  public List<Landmark> landmarks() {
    return landmarks.landmarks();
  }

  /// Fire hydrants on the map.
  public List<GeoPoint> hydrants() {
    return landmarks.hydrants();
  }

  @Override
  public void close() {
    search.close();
    network.close();
  }
}
