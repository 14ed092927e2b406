package uz.chorsu.sim.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives every street its name: wide ones a name of their own, many short ones a number after the
/// street that they leave.
final class Naming {
  private static final double SHORT_METRES = 240;
  private static final int MOST_LANES = 14;

  private final Names names;
  private final Dice dice;

  Naming(Names names, Dice dice) {
    this.names = names;
    this.dice = dice;
  }

  void name(Skeleton skeleton) {
    List<Plan.Street> rings = skeleton.rings;
    rings.getFirst().name = new Name("Chorsu maydoni", "площадь Чорсу", "Chorsu Square");
    rings.get(rings.size() - 2).name =
        new Name("Katta halqa yoʻli", "Большая кольцевая дорога", "Great Ring Road");
    rings.getLast().name =
        new Name("Tashqi halqa yoʻli", "Внешняя кольцевая дорога", "Outer Ring Road");
    for (Plan.Street street : skeleton.plan.streets) {
      if (street.name == null) {
        street.name = name(street);
      }
    }
  }

  private @Nullable Name name(Plan.Street street) {
    return switch (street.kind) {
      case TRUNK, PRIMARY, SECONDARY -> {
        street.properName = names.proper();
        yield names.avenue(street.properName);
      }
      case TERTIARY -> own(street);
      case RESIDENTIAL ->
          street.lengthMetres() < SHORT_METRES && dice.chance(0.6) ? lane(street) : own(street);
      case LANE -> dice.chance(0.85) ? lane(street) : own(street);
      case RIVER -> new Name("Kumushsoy", "Кумушсай", "Kumushsoy");
      case CANAL -> new Name("Zarariq kanali", "канал Зарарык", "Zarariq Canal");
      case SERVICE, RAIL, EDGE -> null;
    };
  }

  private Name own(Plan.Street street) {
    street.properName = names.proper();
    return names.street(street.properName);
  }

  private Name lane(Plan.Street street) {
    boolean deadEnd = false;
    Plan.Street parent = null;
    for (List<Plan.Vertex> path : street.paths()) {
      for (Plan.Vertex end : List.of(path.getFirst(), path.getLast())) {
        deadEnd |= end.edges.size() == 1;
        for (Plan.Edge edge : end.edges) {
          Plan.Street other = edge.street;
          if (other != street
              && other.properName != null
              && other.sideLanes < MOST_LANES
              && (parent == null || other.kind.compareTo(parent.kind) < 0)) {
            parent = other;
          }
        }
      }
    }
    if (parent == null || parent.properName == null) {
      return own(street);
    }
    return deadEnd
        ? names.deadEnd(parent.properName, ++parent.deadEnds)
        : names.lane(parent.properName, ++parent.sideLanes);
  }
}
