package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plan of the city: a planar graph. Edges never cross; every edge knows the blocks on its two
/// sides; to draw a street is to cut a block in two.
final class Plan {
  static final class Vertex {
    final Point at;
    final List<Edge> edges = new ArrayList<>(3);

    Vertex(Point at) {
      this.at = at;
    }

    @Nullable Edge edgeTo(Vertex other) {
      for (Edge edge : edges) {
        if (edge.other(this) == other) {
          return edge;
        }
      }
      return null;
    }

    long roads() {
      return edges.stream().filter(e -> e.kind().isRoad()).count();
    }
  }

  static final class Edge {
    Vertex from;
    Vertex to;
    final Street street;
    boolean bridge;
    @Nullable Block left;
    @Nullable Block right;

    Edge(Vertex from, Vertex to, Street street) {
      this.from = from;
      this.to = to;
      this.street = street;
      from.edges.add(this);
      to.edges.add(this);
      street.edges.add(this);
    }

    Kind kind() {
      return street.kind;
    }

    Vertex other(Vertex one) {
      return from == one ? to : from;
    }

    double lengthMetres() {
      return from.at.metresTo(to.at);
    }

    @Nullable Block across(Block block) {
      return left == block ? right : left;
    }
  }

  /// A street, or another line of the plan; its edges form one path or one ring.
  static final class Street {
    final Kind kind;
    final Set<Edge> edges = new LinkedHashSet<>();
    @Nullable Name name;

    /// What its side lanes are called after.
    @Nullable String properName;

    int sideLanes;
    int deadEnds;
    boolean oneWay;

    Street(Kind kind) {
      this.kind = kind;
    }

    double lengthMetres() {
      double length = 0;
      for (Edge edge : edges) {
        length += edge.lengthMetres();
      }
      return length;
    }

    /// The corners from one end to the other; of a ring the first comes again at the end. A street
    /// that loose ends have torn apart has several such paths.
    List<List<Vertex>> paths() {
      SequencedSet<Edge> left = new LinkedHashSet<>(edges);
      List<List<Vertex>> paths = new ArrayList<>();
      while (!left.isEmpty()) {
        Edge first = left.getFirst();
        List<Vertex> path = new ArrayList<>(List.of(first.from, first.to));
        left.remove(first);
        walkOn(path, left);
        if (path.getFirst() != path.getLast()) {
          java.util.Collections.reverse(path);
          walkOn(path, left);
        }
        paths.add(path);
      }
      return paths;
    }

    private void walkOn(List<Vertex> path, Set<Edge> left) {
      Edge next = nextOf(path.getLast(), left);
      while (next != null) {
        left.remove(next);
        path.add(next.other(path.getLast()));
        next = nextOf(path.getLast(), left);
      }
    }

    private @Nullable Edge nextOf(Vertex at, Set<Edge> left) {
      for (Edge edge : at.edges) {
        if (edge.street == this && left.contains(edge)) {
          return edge;
        }
      }
      return null;
    }
  }

  /// What lies between streets, counter-clockwise.
  static final class Block {
    List<Vertex> ring;
    int district;
    int mahalla = -1;

    Block(List<Vertex> ring) {
      this.ring = ring;
    }

    List<Point> outline() {
      return ring.stream().map(v -> v.at).toList();
    }

    double areaM2() {
      return Point.area(outline());
    }

    Edge edge(int i) {
      Edge edge = ring.get(i).edgeTo(ring.get((i + 1) % ring.size()));
      if (edge == null) {
        throw new IllegalStateException("A block's corners are not joined by an edge");
      }
      return edge;
    }

    void claimEdges() {
      for (int i = 0; i < ring.size(); i++) {
        Edge edge = edge(i);
        if (edge.from == ring.get(i)) {
          edge.left = this;
        } else {
          edge.right = this;
        }
      }
    }
  }

  final List<Vertex> vertices = new ArrayList<>();
  final List<Street> streets = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();

  Vertex vertex(Point at) {
    Vertex vertex = new Vertex(at);
    vertices.add(vertex);
    return vertex;
  }

  Street street(Kind kind) {
    Street street = new Street(kind);
    streets.add(street);
    return street;
  }

  /// Puts a corner into an edge, and so into the blocks on both sides.
  Vertex cut(Edge edge, Point at) {
    Vertex middle = vertex(at);
    Vertex end = edge.to;
    edge.to = middle;
    end.edges.remove(edge);
    middle.edges.add(edge);
    Edge rest = new Edge(middle, end, edge.street);
    rest.bridge = edge.bridge;
    rest.left = edge.left;
    rest.right = edge.right;
    insert(edge.left, edge.from, middle, end);
    insert(edge.right, end, middle, edge.from);
    return middle;
  }

  private static void insert(@Nullable Block block, Vertex before, Vertex middle, Vertex after) {
    if (block == null) {
      return;
    }
    for (int i = 0; i < block.ring.size(); i++) {
      int next = (i + 1) % block.ring.size();
      if (block.ring.get(i) == before && block.ring.get(next) == after) {
        block.ring.add(i + 1, middle);
        return;
      }
    }
    throw new IllegalStateException("An edge is not on the ring of its own block");
  }

  /// Draws a street across a block. The block keeps the part on the right of the street; the part
  /// on the left is new.
  ///
  /// @param between the street's bends
  Block divide(Block block, Vertex from, Vertex to, List<Point> between, Street street) {
    int i = block.ring.indexOf(from);
    int j = block.ring.indexOf(to);
    List<Vertex> bends = between.stream().map(this::vertex).toList();
    Vertex last = from;
    for (Vertex bend : bends) {
      new Edge(last, bend, street);
      last = bend;
    }
    new Edge(last, to, street);
    List<Vertex> right = along(block.ring, i, j);
    List<Vertex> left = along(block.ring, j, i);
    right.addAll(bends.reversed());
    left.addAll(bends);
    block.ring = right;
    block.claimEdges();
    Block other = new Block(left);
    other.district = block.district;
    other.mahalla = block.mahalla;
    other.claimEdges();
    blocks.add(other);
    return other;
  }

  private static List<Vertex> along(List<Vertex> ring, int from, int to) {
    List<Vertex> part = new ArrayList<>();
    for (int i = from; i != to; i = (i + 1) % ring.size()) {
      part.add(ring.get(i));
    }
    part.add(ring.get(to));
    return part;
  }
}
