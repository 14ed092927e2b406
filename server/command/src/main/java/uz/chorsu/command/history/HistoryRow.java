package uz.chorsu.command.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One unit on one past incident.
///
/// @param rowKey the file's own name for the row
/// @param stamps those that the file has
record HistoryRow(
    int row,
    String rowKey,
    String incidentNumber,
    String callNumber,
    String unit,
    @Nullable String unitType,
    String callType,
    @Nullable String disposition,
    Map<Stamp, Instant> stamps) {

  HistoryRow {
    stamps = Map.copyOf(stamps);
  }

  @Nullable Instant at(Stamp stamp) {
    return stamps.get(stamp);
  }
}
