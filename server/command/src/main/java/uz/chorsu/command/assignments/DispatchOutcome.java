package uz.chorsu.command.assignments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;

/// What became of a dispatch, one outcome for each unit, in the shape of the API.
public record DispatchOutcome(UUID incidentId, List<UnitOutcome> outcomes) {
  public DispatchOutcome {
    outcomes = List.copyOf(outcomes);
  }

  /// Whether at least one unit goes or is held.
  @JsonIgnore
  public boolean anyWent() {
    return outcomes.stream().anyMatch(UnitOutcome::went);
  }
}
