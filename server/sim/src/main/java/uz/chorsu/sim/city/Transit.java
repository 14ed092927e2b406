package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the metro, which runs under two pairs of avenues and meets at the bazaar, and the
/// stations of metro and railway.
final class Transit {
  private static final double STATION_METRES = 1_150;

  private final OsmData data;
  private final Skeleton skeleton;
  private final Names names;
  private final List<Point> stations = new ArrayList<>();

  Transit(OsmData data, Skeleton skeleton, Names names) {
    this.data = data;
    this.skeleton = skeleton;
    this.names = names;
  }

  void metro() {
    List<List<Point>> spokes = new ArrayList<>();
    for (Plan.Street avenue : skeleton.avenues) {
      if (avenue.kind == Kind.PRIMARY && !avenue.edges.isEmpty()) {
        spokes.add(outwards(avenue));
      }
    }
    station(new Point(-30, 205), new Name("Chorsu", "Чорсу", "Chorsu"));
    int count = spokes.size();
    for (int line = 0; line < 2 && count > 4; line++) {
      int one = line * count / 4;
      List<Point> track = new ArrayList<>(spokes.get(one).reversed());
      track.add(new Point(-30, 205));
      track.addAll(spokes.get((one + count / 2) % count));
      data.line(track, "railway", "subway", "tunnel", "yes", "layer", "-2");
      double since = 0;
      for (int i = 1; i < track.size(); i++) {
        since += track.get(i).metresTo(track.get(i - 1));
        if (since > STATION_METRES && isFarFromOthers(track.get(i))) {
          since = 0;
          String proper = names.proper();
          station(
              track.get(i), new Name(proper, Spelling.russian(proper), Spelling.english(proper)));
        }
      }
    }
  }

  private boolean isFarFromOthers(Point at) {
    return stations.stream().allMatch(s -> s.metresTo(at) > 0.6 * STATION_METRES);
  }

  private void station(Point at, Name name) {
    stations.add(at);
    data.node(
        at,
        OsmData.join(
            name.tags(), "railway", "station", "station", "subway", "public_transport", "station"));
  }

  private List<Point> outwards(Plan.Street avenue) {
    List<Plan.Vertex> path = avenue.paths().getFirst();
    List<Point> points = new ArrayList<>(path.stream().map(v -> v.at).toList());
    if (points.getFirst().length() > points.getLast().length()) {
      points = points.reversed();
    }
    double end = 0.78 * skeleton.ringMetres[skeleton.ringMetres.length - 1] / 0.86;
    return points.stream().filter(p -> p.length() < end).toList();
  }

  void railwayStations(Map<Plan.Block, Use> uses) {
    int number = 0;
    for (Plan.Block block : skeleton.plan.blocks) {
      if (uses.get(block) == Use.RAILWAY_STATION) {
        Name name =
            switch (number++) {
              case 0 -> new Name("Markaziy vokzal", "Центральный вокзал", "Central Station");
              case 1 -> new Name("Janubiy vokzal", "Южный вокзал", "South Station");
              default -> new Name("Shimoliy vokzal", "Северный вокзал", "North Station");
            };
        data.node(
            atTheRails(block),
            OsmData.join(
                name.tags(), "railway", "station", "public_transport", "station", "train", "yes"));
      }
    }
  }

  private static Point atTheRails(Plan.Block block) {
    for (int i = 0; i < block.ring.size(); i++) {
      if (block.edge(i).kind() == Kind.RAIL) {
        return block.edge(i).from.at.towards(block.edge(i).to.at, 0.5);
      }
    }
    return Point.centroid(block.outline());
  }
}
