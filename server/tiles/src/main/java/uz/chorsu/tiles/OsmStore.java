package uz.chorsu.tiles;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.sorting.IndirectSort;
import com.onthegomap.planetiler.reader.osm.OsmElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// A whole city in memory, in any order, so that it can be written again in the order that
/// planetiler wants: nodes, ways, relations, each by ascending id. A node costs 16 bytes, and more
/// only if it has tags. Where an id comes twice the later one counts.
///
/// Editors write new things with negative ids; those get ids of their own above the greatest one.
// Arrays in records: half the memory of lists for millions of them, and nothing compares two
// records.
@SuppressWarnings("ArrayRecordComponent")
final class OsmStore {
  static final String[] NO_TAGS = {};

  record Way(long id, long[] nodes, String[] tags) {}

  record Member(char type, long ref, String role) {}

  record Relation(long id, List<Member> members, String[] tags) {}

  private Envelope declared = new Envelope();
  private final LongArrayList nodeIds = new LongArrayList();
  private final IntArrayList latE7 = new IntArrayList();
  private final IntArrayList lonE7 = new IntArrayList();
  private final Map<Integer, String[]> nodeTags = new HashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final Map<String, String> seen = new HashMap<>();

  /// What the file says it covers, degrees.
  void declare(Envelope bounds) {
    declared = bounds;
  }

  /// Without a surface if the file says nothing.
  Envelope declared() {
    return declared;
  }

  void add(OsmElement element) {
    switch (element) {
      case OsmElement.Node node -> node(node.id(), node.lat(), node.lon(), tags(node));
      case OsmElement.Way way -> way(way.id(), way.nodes().toArray(), tags(way));
      case OsmElement.Relation relation ->
          relation(relation.id(), members(relation), tags(relation));
      default -> {
        // The header.
      }
    }
  }

  /// Keys and values by turns.
  static String[] tags(OsmElement element) {
    if (element.tags().isEmpty()) {
      return NO_TAGS;
    }
    String[] flat = new String[element.tags().size() * 2];
    int i = 0;
    for (Map.Entry<String, Object> tag : element.tags().entrySet()) {
      flat[i++] = tag.getKey();
      flat[i++] = String.valueOf(tag.getValue());
    }
    return flat;
  }

  static List<Member> members(OsmElement.Relation relation) {
    List<Member> members = new ArrayList<>(relation.members().size());
    for (OsmElement.Relation.Member member : relation.members()) {
      char type =
          switch (member.type()) {
            case NODE -> 'n';
            case WAY -> 'w';
            case RELATION, OTHER -> 'r';
          };
      members.add(new Member(type, member.ref(), member.role()));
    }
    return members;
  }

  static int e7(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }

  /// @param tags keys and values by turns
  void node(long id, double lat, double lon, String[] tags) {
    if (tags.length > 0) {
      nodeTags.put(nodeIds.size(), sameStrings(tags));
    }
    nodeIds.add(id);
    latE7.add(e7(lat));
    lonE7.add(e7(lon));
  }

  void way(long id, long[] nodes, String[] tags) {
    ways.add(new Way(id, nodes, sameStrings(tags)));
  }

  void relation(long id, List<Member> members, String[] tags) {
    relations.add(new Relation(id, members, sameStrings(tags)));
  }

  /// Keys and values repeat a lot: keep one copy of each.
  private String[] sameStrings(String[] tags) {
    for (int i = 0; i < tags.length; i++) {
      String known = seen.putIfAbsent(tags[i], tags[i]);
      tags[i] = known == null ? tags[i] : known;
    }
    return tags;
  }

  void writeSorted(Path file) throws IOException {
    Renumbering nodeNumbers = Renumbering.of(nodeIds.buffer, nodeIds.size());
    Renumbering wayNumbers = Renumbering.of(ways.stream().mapToLong(Way::id).toArray());
    Renumbering relationNumbers =
        Renumbering.of(relations.stream().mapToLong(Relation::id).toArray());
    try (SortedPbf pbf = new SortedPbf(file)) {
      writeNodes(pbf, nodeNumbers);
      for (Way way : sorted(ways, w -> wayNumbers.of(w.id))) {
        long[] nodes = way.nodes.clone();
        for (int i = 0; i < nodes.length; i++) {
          nodes[i] = nodeNumbers.of(nodes[i]);
        }
        pbf.way(new Way(wayNumbers.of(way.id), nodes, way.tags));
      }
      for (Relation relation : sorted(relations, r -> relationNumbers.of(r.id))) {
        List<Member> members = new ArrayList<>(relation.members.size());
        for (Member member : relation.members) {
          Renumbering numbers =
              member.type == 'n' ? nodeNumbers : member.type == 'w' ? wayNumbers : relationNumbers;
          members.add(new Member(member.type, numbers.of(member.ref), member.role));
        }
        pbf.relation(new Relation(relationNumbers.of(relation.id), members, relation.tags));
      }
    }
  }

  private void writeNodes(SortedPbf pbf, Renumbering numbers) throws IOException {
    int[] order =
        IndirectSort.mergesort(
            0,
            nodeIds.size(),
            (a, b) -> Long.compare(numbers.of(nodeIds.get(a)), numbers.of(nodeIds.get(b))));
    for (int i = 0; i < order.length; i++) {
      int at = order[i];
      if (i + 1 == order.length || nodeIds.get(order[i + 1]) != nodeIds.get(at)) {
        String @Nullable [] tags = nodeTags.get(at);
        pbf.node(
            numbers.of(nodeIds.get(at)),
            latE7.get(at),
            lonE7.get(at),
            tags == null ? NO_TAGS : tags);
      }
    }
  }

  /// By id; of those with the same id only the one that came last.
  private static <T> List<T> sorted(List<T> elements, ToLongFunction<T> id) {
    List<T> copy = new ArrayList<>(elements);
    copy.sort(Comparator.comparingLong(id));
    List<T> once = new ArrayList<>(copy.size());
    for (int i = 0; i < copy.size(); i++) {
      if (i + 1 == copy.size() || id.applyAsLong(copy.get(i)) != id.applyAsLong(copy.get(i + 1))) {
        once.add(copy.get(i));
      }
    }
    return once;
  }

  /// Moves negative ids above the greatest id, keeps the others.
  private record Renumbering(long greatest) {
    static Renumbering of(long... ids) {
      return of(ids, ids.length);
    }

    static Renumbering of(long[] ids, int length) {
      long greatest = 0;
      for (int i = 0; i < length; i++) {
        greatest = Math.max(greatest, ids[i]);
      }
      return new Renumbering(greatest);
    }

    long of(long id) {
      return id < 0 ? greatest - id : id;
    }
  }
}
