package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the city, its districts and its mahallas: boundaries and labels.
final class Areas {
  static final Name CITY = new Name("Chorbogʻ", "Чорбог", "Chorbogh");
  private static final int OUTSIDE = -1;

  /// What is smaller, such as a strip between rails and street, belongs to nobody.
  private static final double SMALLEST_MAHALLA_M2 = 90_000;

  private final OsmData data;
  private final Skeleton skeleton;
  private final Names names;
  private final Map<Plan.Vertex, Long> nodes = new HashMap<>();

  Areas(OsmData data, Skeleton skeleton, Names names) {
    this.data = data;
    this.skeleton = skeleton;
    this.names = names;
  }

  private record Border(int one, int other) implements Comparable<Border> {
    static Border between(int a, int b) {
      return new Border(Math.min(a, b), Math.max(a, b));
    }

    @Override
    public int compareTo(Border that) {
      return one == that.one ? Integer.compare(other, that.other) : Integer.compare(one, that.one);
    }
  }

  void write(List<Quarter> quarters, double areaM2) {
    List<OsmData.Member> limit = new ArrayList<>();
    Map<Integer, List<OsmData.Member>> rings = new TreeMap<>();
    borders()
        .forEach((border, street) -> {
          for (List<Plan.Vertex> path : street.paths()) {
            boolean outer = border.one == OUTSIDE;
            long way = borderWay(path, outer);
            OsmData.Member member = new OsmData.Member('w', way, "outer");
            if (outer) {
              limit.add(member);
            } else {
              rings.computeIfAbsent(border.one, d -> new ArrayList<>()).add(member);
            }
            rings.computeIfAbsent(border.other, d -> new ArrayList<>()).add(member);
          }
        });
    int population = (int) (areaM2 / 1e6 * 5_200);
    city(limit, population);
    districts(rings, quarters);
    for (Quarter quarter : quarters) {
      mahalla(quarter);
    }
  }

  /// The edges between two districts, as if they were a street of their own.
  private Map<Border, Plan.Street> borders() {
    Map<Border, Plan.Street> borders = new TreeMap<>();
    Plan copy = new Plan();
    Map<Plan.Vertex, Plan.Vertex> copies = new HashMap<>();
    for (Plan.Street street : skeleton.plan.streets) {
      for (Plan.Edge edge : street.edges) {
        int left = district(edge.left);
        int right = district(edge.right);
        boolean inside = edge.left == null && edge.right == null;
        if (left != right && !inside) {
          Plan.Street border =
              borders.computeIfAbsent(Border.between(left, right), b -> copy.street(Kind.EDGE));
          new Plan.Edge(
              copies.computeIfAbsent(edge.from, v -> copy.vertex(v.at)),
              copies.computeIfAbsent(edge.to, v -> copy.vertex(v.at)),
              border);
        }
      }
    }
    return borders;
  }

  private static int district(Plan.@Nullable Block block) {
    return block == null ? OUTSIDE : block.district;
  }

  private long borderWay(List<Plan.Vertex> path, boolean outer) {
    long[] ids = new long[path.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = nodes.computeIfAbsent(path.get(i), v -> data.node(v.at));
    }
    return data.way(ids, "boundary", "administrative", "admin_level", outer ? "4" : "6");
  }

  private void city(List<OsmData.Member> limit, int population) {
    String[] place =
        OsmData.join(CITY.tags(), "place", "city", "population", String.valueOf(population));
    long label = data.node(new Point(0, 60), place);
    List<OsmData.Member> members = new ArrayList<>(limit);
    members.add(new OsmData.Member('n', label, "label"));
    data.relation(
        members,
        OsmData.join(
            CITY.tags(), "type", "boundary", "boundary", "administrative", "admin_level", "4"));
  }

  private void districts(Map<Integer, List<OsmData.Member>> rings, List<Quarter> quarters) {
    rings.forEach((district, ring) -> {
      String proper = names.mahalla();
      Name name =
          new Name(
              proper + " tumani",
              "район " + Spelling.russian(proper),
              Spelling.english(proper) + " District");
      Point centre = centre(district, quarters);
      long label = data.node(centre, OsmData.join(name.tags(), "place", "suburb"));
      List<OsmData.Member> members = new ArrayList<>(ring);
      members.add(new OsmData.Member('n', label, "label"));
      data.relation(
          members,
          OsmData.join(
              name.tags(), "type", "boundary", "boundary", "administrative", "admin_level", "6"));
    });
  }

  private static Point centre(int district, List<Quarter> quarters) {
    Point sum = new Point(0, 0);
    int count = 0;
    for (Quarter quarter : quarters) {
      if (quarter.district() == district) {
        sum = sum.plus(quarter.centre());
        count++;
      }
    }
    Point centre = sum.times(1.0 / Math.max(1, count));
    // The middle district shares the middle with the city's own label.
    return centre.length() < 200 ? new Point(-350, -420) : centre;
  }

  private void mahalla(Quarter quarter) {
    if (quarter.fabric() == Quarter.Fabric.FIELDS || quarter.areaM2() < SMALLEST_MAHALLA_M2) {
      return;
    }
    String proper = names.mahalla();
    Name name =
        new Name(
            proper + " mahallasi",
            "махалля " + Spelling.russian(proper),
            Spelling.english(proper) + " Mahalla");
    data.node(quarter.centre(), OsmData.join(name.tags(), "place", "neighbourhood"));
  }
}
