package uz.chorsu.command.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.history.HistoryImport.Finding;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;

/// Imports files of past incidents. The same file is never there twice, and neither is a row: an
/// import that was broken off goes on by being done again.
public final class Histories {
  private static final int MOST_ROWS = 1_000;

  private final Changes changes;

  public Histories(Changes changes) {
    this.changes = changes;
  }

  /// Begins an import, or finds the one of the same file.
  ///
  /// @param sha256 of the file, lower-case hexadecimal
  /// @param columns its header
  /// @throws Refused if the format is unknown or a column is missing
  public HistoryImport start(
      Actor actor, String format, String fileName, String sha256, List<String> columns) {
    if (!format.equals(SfFireFormat.NAME)) {
      throw new Refused("format", SfFireFormat.NAME, format);
    }
    String name = Texts.require("fileName", fileName, 200);
    new SfFireFormat(columns);
    UUID id = idOf(format, sha256);
    return changes.change(
        actor,
        change -> {
          if (insert(change, id, format, name, sha256, columns)) {
            change.record(
                Entry.of("history-import", "A file of past incidents is imported: " + name)
                    .with("format", format)
                    .with("fileName", name));
          }
          return get(change.handle(), id);
        });
  }

  /// Adds rows. A row whose number is already there changes nothing.
  ///
  /// @throws NotFound if there is no such import
  public HistoryImport addRows(UUID importId, List<RawRow> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new Refused("rows", "at most " + MOST_ROWS, null);
    }
    return changes.read(handle ->
        handle.inTransaction(one -> {
          SfFireFormat format = new SfFireFormat(lock(one, importId));
          HistoryBatch batch = new HistoryBatch(one, importId);
          for (RawRow row : rows) {
            if (row.row() < 2) {
              throw new Refused("rows.row", "2 or more; the header is 1", null);
            }
            batch.add(row.row(), format.read(row));
          }
          batch.finish();
          return get(one, importId);
        }));
  }

  /// All imports, newest first.
  public List<HistoryImport> list() {
    return changes.read(handle -> {
      List<HistoryImport> all = new ArrayList<>();
      handle
          .createQuery("SELECT id FROM command.history_import ORDER BY started_at DESC, id")
          .mapTo(UUID.class)
          .forEach(id -> all.add(get(handle, id)));
      return all;
    });
  }

  /// The id of the import of one file (UUID version 8).
  static UUID idOf(String format, String sha256) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((format + "\n" + sha256).getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
      long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean insert(
      Change change, UUID id, String format, String name, String sha256, List<String> columns) {
    return change
            .handle()
            .createUpdate(
                """
                INSERT INTO command.history_import
                  (id, format, file_name, sha256, columns, started_at)
                VALUES (:id, :format, :name, :sha256, :columns, :now) ON CONFLICT DO NOTHING
                """)
            .bind("id", id)
            .bind("format", format)
            .bind("name", name)
            .bind("sha256", sha256)
            .bind("columns", columns.toArray(String[]::new))
            .bind("now", change.now())
            .execute()
        == 1;
  }

  private static List<String> lock(Handle handle, UUID id) {
    Optional<List<String>> columns =
        handle
            .createQuery("SELECT columns FROM command.history_import WHERE id = :id FOR UPDATE")
            .bind("id", id)
            .map((rs, context) -> Rows.texts(rs, "columns"))
            .findOne();
    return columns.orElseThrow(() -> new NotFound("import", id));
  }

  private static HistoryImport get(Handle handle, UUID id) {
    List<Finding> findings = findings(handle, id);
    return handle
        .createQuery(
            """
            SELECT i.*,
              (SELECT count(DISTINCT row) FROM command.history_finding f
                WHERE f.import_id = i.id AND NOT f.refused) AS reported,
              (SELECT count(DISTINCT incident_number) FROM command.history_row r
                WHERE r.import_id = i.id) AS incidents
             FROM command.history_import i WHERE id = :id
            """)
        .bind("id", id)
        .map((rs, context) -> row(rs, findings))
        .findOne()
        .orElseThrow(() -> new NotFound("import", id));
  }

  private static List<Finding> findings(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT h.name, h.refused, h.n,
                   ARRAY(SELECT f.row FROM command.history_finding f
                          WHERE f.import_id = :id AND f.name = h.name AND f.refused = h.refused
                          ORDER BY f.row LIMIT 5) AS first
              FROM (SELECT name, refused, count(*) AS n FROM command.history_finding
                     WHERE import_id = :id GROUP BY name, refused) h
             ORDER BY h.refused DESC, h.n DESC, h.name
            """)
        .bind("id", id)
        .map((rs, context) ->
            new Finding(
                rs.getString("name"),
                rs.getInt("n"),
                rs.getBoolean("refused"),
                integers(rs.getArray("first"))))
        .list();
  }

  private static List<Integer> integers(Array array) throws SQLException {
    return List.of((Integer[]) array.getArray());
  }

  private static HistoryImport row(ResultSet rs, List<Finding> findings) throws SQLException {
    return new HistoryImport(
        Rows.uuid(rs, "id"),
        rs.getString("format"),
        rs.getString("file_name"),
        Rows.instant(rs, "started_at"),
        rs.getInt("rows_taken"),
        rs.getInt("rows_refused"),
        rs.getInt("reported"),
        rs.getInt("incidents"),
        findings);
  }
}
