package uz.chorsu.command.figures;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The line of figures above the desk, in the shape of the API.
///
/// @param open incidents that are not closed
/// @param pending open incidents that no unit is on its way to
/// @param oldestPendingSince when the one of them that waits longest began to wait
/// @param receivedToDispatchedP90Seconds of the incidents first dispatched in the last 60 minutes,
///   by nearest rank; null when there were none
/// @param unitsFree by kind; could be sent now
/// @param unitsTotal by kind
/// @param warnings open warnings of all kinds, emergencies among them
public record Figures(
    Instant at,
    int open,
    int pending,
    @Nullable Instant oldestPendingSince,
    @Nullable Double receivedToDispatchedP90Seconds,
    int receivedToDispatchedCount,
    Map<String, Integer> unitsFree,
    Map<String, Integer> unitsTotal,
    int warnings,
    int emergencies) {

  public Figures {
    unitsFree = Map.copyOf(unitsFree);
    unitsTotal = Map.copyOf(unitsTotal);
  }

  /// Whether the other says the same at another time.
  public boolean saysTheSameAs(Figures other) {
    return new Figures(
            other.at,
            open,
            pending,
            oldestPendingSince,
            receivedToDispatchedP90Seconds,
            receivedToDispatchedCount,
            unitsFree,
            unitsTotal,
            warnings,
            emergencies)
        .equals(other);
  }
}
