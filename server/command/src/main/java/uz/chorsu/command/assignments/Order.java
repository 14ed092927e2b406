package uz.chorsu.command.assignments;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// Whom to send.
///
/// @param requestId of this order; the same order again finds what it did before
/// @param units to be sent
/// @param takeFrom those of them that a person confirmed to take from a lower priority
/// @param reserve only hold them
public record Order(UUID requestId, List<UnitId> units, Set<UnitId> takeFrom, boolean reserve) {
  private static final int MOST = 100;

  /// @throws Refused if it names no unit or more than 100
  public Order {
    LinkedHashSet<UnitId> all = new LinkedHashSet<>(units);
    all.addAll(takeFrom);
    if (all.isEmpty() || all.size() > MOST) {
      throw new Refused("unitIds", "1 to " + MOST + " units", String.valueOf(all.size()));
    }
    units = List.copyOf(all);
    takeFrom = Set.copyOf(takeFrom);
  }
}
