package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the buildings with their house numbers: odd on the left of a street, even on the right,
/// counted from its start.
final class Addresses {
  private final OsmData data;
  private final Landmarks landmarks;

  Addresses(OsmData data, Landmarks landmarks) {
    this.data = data;
    this.landmarks = landmarks;
  }

  void write(Plan plan, Builder builder) {
    for (Plan.Street street : plan.streets) {
      if (street.kind.isRoad()) {
        int left = 1;
        int right = 2;
        for (List<Plan.Vertex> path : street.paths()) {
          for (int i = 0; i + 1 < path.size(); i++) {
            Plan.Edge edge = path.get(i).edgeTo(path.get(i + 1));
            if (edge == null) {
              continue;
            }
            boolean forwards = edge.from == path.get(i);
            List<Builder.Lot> lots = builder.lots(edge);
            for (Builder.Lot lot : forwards ? lots : lots.reversed()) {
              boolean onLeft = lot.onLeft() == forwards;
              write(lot, street.name, onLeft ? left : right);
              left += onLeft ? 2 : 0;
              right += onLeft ? 0 : 2;
            }
          }
        }
      }
    }
  }

  private void write(Builder.Lot lot, @Nullable Name street, int number) {
    List<String> tags = new ArrayList<>();
    add(tags, "building", building(lot.use()));
    if (lot.levels() > 2) {
      add(tags, "building:levels", String.valueOf(lot.levels()));
    }
    if (street != null) {
      add(tags, "addr:housenumber", String.valueOf(number));
      add(tags, "addr:street", street.uzbek());
    }
    tags.addAll(landmarks.tags(lot));
    data.surface(lot.building().corners(), tags.toArray(String[]::new));
  }

  private static void add(List<String> tags, String key, String value) {
    tags.add(key);
    tags.add(value);
  }

  private static String building(Use use) {
    return switch (use) {
      case OLD_TOWN, HOUSES -> "house";
      case FLATS -> "apartments";
      case DOWNTOWN -> "commercial";
      case INDUSTRY -> "industrial";
      case HOSPITAL -> "hospital";
      case SCHOOL -> "school";
      case KINDERGARTEN -> "kindergarten";
      case UNIVERSITY -> "university";
      case FIRE_STATION -> "fire_station";
      case RAILWAY_STATION -> "train_station";
      default -> "public";
    };
  }
}
