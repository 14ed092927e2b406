package uz.chorsu.api.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.figures.Figures;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// What the live feed is fed from.
public interface LiveSource {
  /// The newest position of a unit.
  ///
  /// @param at when measured
  record Seen(
      UnitId unit,
      GeoPoint point,
      Instant at,
      @Nullable Double headingDeg,
      @Nullable Double speedKmh) {}

  /// The newest `seq` of the journal.
  long lastSeq();

  /// Changes after `seq` in the order of commits.
  List<Recorded> changesAfter(long seq, int limit);

  /// The summaries of incidents as they are now, ready to be written as JSON. Unknown ids are left
  /// out.
  Map<IncidentId, ?> incidents(Set<IncidentId> ids);

  /// Units as they are now, ready to be written as JSON. Unknown ids are left out.
  Map<UnitId, ?> units(Set<UnitId> ids);

  /// Positions that came after a mark; 0 for all.
  List<Seen> movedSince(long mark);

  /// The mark of the newest position.
  long positionMark();

  /// The line of figures, not older than a second.
  Figures figures();
}
