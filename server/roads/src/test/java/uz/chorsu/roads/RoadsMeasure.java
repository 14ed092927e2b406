package uz.chorsu.roads;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.util.TraversalMode;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.model.GeoPoint;

/// Figures for the decision records. It is no test and does not run with the tests:
///
/// `mvn -pl server/roads test -Dtest=RoadsMeasure`
///
/// Times are CPU time of the one thread that does the work, so that a busy machine does not blur
/// them; wall time is given for importing and opening.
class RoadsMeasure {
  private static final int UNITS = 7_600;
  private static final PrintStream OUT = System.out;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void gridWithMoreThanAHundredThousandDirectedEdges() {
    measure(CityFixture.grid(1, 165, 165).write(folder.resolve("grid.osm")));
  }

  @Test
  void realExtracts() {
    String data = System.getenv("CHORSU_REAL_DATA");
    if (data != null) {
      for (String name :
          List.of("monaco.osm.pbf", "andorra.osm.pbf", "krems.osm.gz", "columbus.osm.pbf")) {
        measure(Path.of(data, "osm", name));
      }
    }
  }

  private void measure(Path file) {
    long start = System.nanoTime();
    Path city = new CityImport(folder.resolve("cities")).importFile(file, ImportProgress.NONE);
    double importSeconds = (System.nanoTime() - start) / 1e9;
    Roads.open(city).close();
    start = System.nanoTime();
    try (Roads roads = Roads.open(city)) {
      double openMillis = (System.nanoTime() - start) / 1e6;
      OUT.printf(
          Locale.ROOT,
          "%s: %d directed edges, import %.1f s, open %.0f ms%n",
          file.getFileName(),
          roads.city().counts().directedEdges(),
          importSeconds,
          openMillis);
      measure(roads);
    }
    measureGraphHopperTree(new CityFolder(city));
  }

  /// The way not taken: GraphHopper's own tree, with the same weights.
  private static void measureGraphHopperTree(CityFolder city) {
    try (var network = RoadNetwork.open(city.network())) {
      var weighting = EmergencyWeighting.open(network.graph, network.encoding);
      var random = new Random(1);
      report(
          "GraphHopper's tree",
          20,
          _ -> {
            var labels = new AtomicInteger();
            var tree =
                new ShortestPathTree(network.graph, weighting, true, TraversalMode.EDGE_BASED);
            // Without a limit of some kind it has no queue.
            tree.setWeightLimit(Double.MAX_VALUE);
            tree.search(random.nextInt(network.graph.getNodes()), _ -> labels.incrementAndGet());
          });
    }
  }

  private static void measure(Roads roads) {
    var random = new Random(1);
    var points = new ArrayList<GeoPoint>();
    for (int i = 0; i < UNITS; i++) {
      points.add(TreeLaw.somewhere(roads, random));
    }
    List<Snap> snaps = points.stream().map(roads::snap).toList();
    report("snap", 7_600, i -> roads.snap(points.get(i)));
    report("tree", 200, i -> roads.timesTo(points.get(i)));
    report(
        "tree and 7,600 units",
        300,
        i -> {
          TravelTimes times = roads.timesTo(points.get(i));
          snaps.forEach(times::from);
        });
    report("route", 60, i -> roads.route(points.get(i), points.get(i + 60)));
    TreeLaw.closeSome(roads, random, 40);
    report(
        "tree and 7,600 units, 40 closures",
        300,
        i -> {
          TravelTimes times = roads.timesTo(points.get(i));
          snaps.forEach(times::from);
        });
    List<String> words =
        List.of("amir temur", "prinses gras", "hihg street", "brod / grener", "neil ave 773");
    report(
        "search",
        2_000,
        i -> {
          String text = words.get(i % words.size());
          roads.search().search(text.substring(0, 1 + i % text.length()), null, 10);
        });
  }

  /// The second of two rounds counts.
  private static void report(String what, int times, IntConsumer work) {
    long[] nanos = new long[times];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < times; i++) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.accept(i);
        nanos[i] = THREADS.getCurrentThreadCpuTime() - before;
      }
    }
    Arrays.sort(nanos);
    OUT.printf(
        Locale.ROOT,
        "  %s: p50 %.3f ms, p99 %.3f ms%n",
        what,
        nanos[times / 2] / 1e6,
        nanos[times * 99 / 100] / 1e6);
  }
}
