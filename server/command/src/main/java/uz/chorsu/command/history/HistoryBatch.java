package uz.chorsu.command.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Stores the rows of one request, in its transaction.
final class HistoryBatch {
  private final Handle handle;
  private final UUID importId;
  private final List<Found> found = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private int taken;
  private int refused;

  private record Found(String name, int row, boolean refused) {}

  HistoryBatch(Handle handle, UUID importId) {
    this.handle = handle;
    this.importId = importId;
  }

  void add(int row, SfFireFormat.Reading reading) {
    if (isKnown(row)) {
      return;
    }
    HistoryRow read = reading.row();
    if (read == null) {
      refuse(row, reading.findings());
    } else if (insert(read)) {
      taken++;
      rows.add(row);
      reading.findings().forEach(name -> found.add(new Found(name, row, false)));
    } else {
      refuse(row, Set.of("row-already-imported"));
    }
  }

  /// Stores what was found and counts.
  void finish() {
    storeFindings();
    findOverlaps();
    findDifferences();
    handle
        .createUpdate(
            """
            UPDATE command.history_import
               SET rows_taken = rows_taken + :taken, rows_refused = rows_refused + :refused
             WHERE id = :id
            """)
        .bind("taken", taken)
        .bind("refused", refused)
        .bind("id", importId)
        .execute();
  }

  private void refuse(int row, Set<String> names) {
    refused++;
    names.forEach(name -> found.add(new Found(name, row, true)));
  }

  private boolean isKnown(int row) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM command.history_row WHERE import_id = :id AND row = :row)
                OR EXISTS (SELECT 1 FROM command.history_finding
                            WHERE import_id = :id AND row = :row AND refused)
            """)
        .bind("id", importId)
        .bind("row", row)
        .mapTo(Boolean.class)
        .one();
  }

  /// @return false if another row has the same key
  private boolean insert(HistoryRow row) {
    try (Update update =
        handle.createUpdate(
            """
            INSERT INTO command.history_row (import_id, row, row_key, incident_number, call_number,
              unit, unit_type, call_type, disposition, received_at, entry_at, dispatch_at,
              en_route_at, on_scene_at, transport_at, hospital_at, available_at)
            VALUES (:id, :row, :key, :incident, :call, :unit, :unitType, :type, :disposition,
              :received_at, :entry_at, :dispatch_at, :en_route_at, :on_scene_at, :transport_at,
              :hospital_at, :available_at)
            ON CONFLICT DO NOTHING
            """)) {
      update
          .bind("id", importId)
          .bind("row", row.row())
          .bind("key", row.rowKey())
          .bind("incident", row.incidentNumber())
          .bind("call", row.callNumber())
          .bind("unit", row.unit())
          .bind("unitType", row.unitType())
          .bind("type", row.callType())
          .bind("disposition", row.disposition());
      for (Stamp stamp : Stamp.values()) {
        update.bind(stamp.field(), utc(row.at(stamp)));
      }
      return update.execute() == 1;
    }
  }

  private void storeFindings() {
    if (found.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO command.history_finding (import_id, name, row, refused)
            VALUES (:id, :name, :row, :refused) ON CONFLICT DO NOTHING
            """);
    for (Found one : found) {
      batch
          .bind("id", importId)
          .bind("name", one.name())
          .bind("row", one.row())
          .bind("refused", one.refused())
          .add();
    }
    batch.execute();
  }

  /// A unit that was sent again before it was available. The later row is named, whichever of the
  /// two came with this batch.
  private void findOverlaps() {
    findPairs(
        """
        SELECT 'unit-overlap', b.row
          FROM command.history_row a JOIN command.history_row b
            ON b.import_id = a.import_id AND b.unit = a.unit AND b.row <> a.row
           AND b.dispatch_at >= a.dispatch_at AND b.dispatch_at < a.available_at
           AND (b.dispatch_at, b.row) > (a.dispatch_at, a.row)
         WHERE a.import_id = :id AND %s.row = ANY(:rows)
        """);
  }

  /// Rows of one incident that do not agree on when it was received or what it was.
  private void findDifferences() {
    findPairs(
        """
        SELECT CASE WHEN b.received_at <> a.received_at THEN 'incident-received-differs'
                    ELSE 'incident-type-differs' END, b.row
          FROM command.history_row a JOIN command.history_row b
            ON b.import_id = a.import_id AND b.incident_number = a.incident_number
           AND b.row > a.row
           AND (b.received_at <> a.received_at OR b.call_type <> a.call_type)
         WHERE a.import_id = :id AND %s.row = ANY(:rows)
        """);
  }

  /// @param select names and rows; `%s` is first the earlier, then the later one of a pair
  private void findPairs(String select) {
    String pairs = select.replace("%s", "a") + " UNION " + select.replace("%s", "b");
    handle
        .createUpdate(
            "INSERT INTO command.history_finding (import_id, name, row, refused)"
                + " SELECT :id, name, row, false FROM ("
                + pairs
                + ") found(name, row) ON CONFLICT DO NOTHING")
        .bind("id", importId)
        .bind("rows", rows.toArray(Integer[]::new))
        .execute();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
