package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The city as OpenStreetMap has it: nodes, ways, relations with tags. Ids count up from 1, so that
/// the order of making is the order of ids.
final class OsmData {
  static final String[] NO_TAGS = {};
  private static final double METRES_PER_DEGREE = 111_195;

  // Arrays in records: there are hundreds of thousands, and nothing compares them.
  @SuppressWarnings("ArrayRecordComponent")
  record Way(long id, long[] nodes, String[] tags) {}

  record Member(char type, long ref, String role) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Relation(long id, List<Member> members, String[] tags) {}

  private final double latCentre;
  private final double lonCentre;
  private final double metresPerDegreeLon;
  private int[] latE7 = new int[1 << 16];
  private int[] lonE7 = new int[1 << 16];
  private String[][] nodeTags = new String[1 << 16][];
  private int nodeCount;
  private final List<Way> ways = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  OsmData(double latCentre, double lonCentre) {
    this.latCentre = latCentre;
    this.lonCentre = lonCentre;
    this.metresPerDegreeLon = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latCentre));
  }

  /// @param tags keys and values by turns
  /// @return its id
  long node(Point at, String... tags) {
    if (nodeCount == latE7.length) {
      latE7 = Arrays.copyOf(latE7, nodeCount * 2);
      lonE7 = Arrays.copyOf(lonE7, nodeCount * 2);
      nodeTags = Arrays.copyOf(nodeTags, nodeCount * 2);
    }
    latE7[nodeCount] = (int) Math.round((latCentre + at.y() / METRES_PER_DEGREE) * 1e7);
    lonE7[nodeCount] = (int) Math.round((lonCentre + at.x() / metresPerDegreeLon) * 1e7);
    nodeTags[nodeCount] = tags;
    return ++nodeCount;
  }

  void tagNode(long id, String... tags) {
    nodeTags[(int) id - 1] = tags;
  }

  /// @return its id
  long way(long[] nodes, String... tags) {
    ways.add(new Way(ways.size() + 1L, nodes, tags));
    return ways.size();
  }

  /// A closed way around a surface.
  long surface(List<Point> outline, String... tags) {
    long[] nodes = new long[outline.size() + 1];
    for (int i = 0; i < outline.size(); i++) {
      nodes[i] = node(outline.get(i));
    }
    nodes[outline.size()] = nodes[0];
    return way(nodes, tags);
  }

  long line(List<Point> points, String... tags) {
    long[] nodes = new long[points.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(points.get(i));
    }
    return way(nodes, tags);
  }

  void relation(List<Member> members, String... tags) {
    relations.add(new Relation(relations.size() + 1L, List.copyOf(members), tags));
  }

  void replaceWayTags(long id, String... tags) {
    Way old = ways.get((int) id - 1);
    ways.set((int) id - 1, new Way(id, old.nodes, tags));
  }

  int nodeCount() {
    return nodeCount;
  }

  int latE7(int index) {
    return latE7[index];
  }

  int lonE7(int index) {
    return lonE7[index];
  }

  String[] nodeTags(int index) {
    return nodeTags[index];
  }

  List<Way> ways() {
    return ways;
  }

  List<Relation> relations() {
    return relations;
  }

  static String[] join(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
