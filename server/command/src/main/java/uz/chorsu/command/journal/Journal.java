package uz.chorsu.command.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import uz.chorsu.database.Database;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Reads the journal. Rows appear in rising `seq` and in no other order, so that a follower that
/// asks for what comes after its last `seq` never misses one; `NOTIFY chorsu_journal` with the
/// newest `seq` says when to look.
public final class Journal {
  /// Channel of the notifications.
  public static final String CHANNEL = "chorsu_journal";

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Database database;

  public Journal(Database database) {
    this.database = database;
  }

  /// What happened after `seq`, oldest first.
  public List<Recorded> after(long seq, int limit) {
    return database
        .ordinary()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT * FROM command.journal WHERE seq > :seq ORDER BY seq LIMIT :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .map((rs, context) -> row(rs))
                .list());
  }

  /// The newest `seq`; 0 when nothing happened yet.
  public long last() {
    return number("SELECT coalesce(max(seq), 0) FROM command.journal");
  }

  /// The oldest `seq` that is still kept; 0 when nothing happened yet.
  public long oldest() {
    return number("SELECT coalesce(min(seq), 0) FROM command.journal");
  }

  /// The last entries about one incident, newest last.
  ///
  /// @param openNote gives the words of a note, which take the place after the sentence
  public static List<Recorded> timeline(
      Handle handle, IncidentId incident, int limit, Function<UUID, @Nullable String> openNote) {
    return handle
        .createQuery(
            """
            SELECT * FROM (
              SELECT * FROM command.journal WHERE incident_id = :id ORDER BY seq DESC LIMIT :limit) newest
             ORDER BY seq
            """)
        .bind("id", incident.value())
        .bind("limit", limit)
        .map((rs, context) -> withNote(row(rs), openNote))
        .list();
  }

  /// The newest entry about a note, such as the one that has just been written.
  public static Recorded ofNote(
      Handle handle, UUID noteId, Function<UUID, @Nullable String> openNote) {
    return handle
        .createQuery("SELECT * FROM command.journal WHERE note_id = :id ORDER BY seq DESC LIMIT 1")
        .bind("id", noteId)
        .map((rs, context) -> withNote(row(rs), openNote))
        .one();
  }

  static void append(Change change) {
    for (Entry entry : change.entries()) {
      insert(change, entry);
    }
  }

  private static void insert(Change change, Entry entry) {
    Instant at = entry.at() == null ? change.now() : entry.at();
    try (Update update =
        change
            .handle()
            .createUpdate(
                """
                INSERT INTO command.journal (at, recorded_at, kind, actor_name, actor_desk,
                  incident_id, unit_id, call_id, assignment_id, note_id, text, data)
                VALUES (:at, :now, :kind, :name, :desk,
                  :incident, :unit, :call, :assignment, :note, :text, CAST(:data AS jsonb))
                """)) {
      update
          .bind("at", at)
          .bind("now", change.now())
          .bind("kind", entry.kind())
          .bind("name", change.actor().name())
          .bind("desk", change.actor().desk())
          .bind("incident", entry.incidentId() == null ? null : entry.incidentId().value())
          .bind("unit", entry.unitId() == null ? null : entry.unitId().value())
          .bind("call", entry.callId() == null ? null : entry.callId().value())
          .bind("assignment", entry.assignmentId() == null ? null : entry.assignmentId().value())
          .bind("note", entry.noteId())
          .bind("text", entry.text())
          .bind("data", entry.data().isEmpty() ? null : json(entry.data()))
          .execute();
    }
  }

  private long number(String sql) {
    return database
        .ordinary()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static Recorded withNote(Recorded row, Function<UUID, @Nullable String> openNote) {
    UUID note = row.noteId();
    String words = note == null ? null : openNote.apply(note);
    if (words == null) {
      return row;
    }
    return row.withText(row.kind().equals("note") ? words : row.text() + ": " + words);
  }

  private static Recorded row(ResultSet rs) throws SQLException {
    String desk = rs.getString("actor_desk");
    String name = rs.getString("actor_name");
    UUID incident = rs.getObject("incident_id", UUID.class);
    UUID unit = rs.getObject("unit_id", UUID.class);
    UUID call = rs.getObject("call_id", UUID.class);
    UUID assignment = rs.getObject("assignment_id", UUID.class);
    return new Recorded(
        rs.getLong("seq"),
        instant(rs, "at"),
        instant(rs, "recorded_at"),
        rs.getString("kind"),
        desk == null ? name : name + ", " + desk,
        incident == null ? null : new IncidentId(incident),
        unit == null ? null : new UnitId(unit),
        call == null ? null : new CallId(call),
        assignment == null ? null : new AssignmentId(assignment),
        rs.getObject("note_id", UUID.class),
        rs.getString("text"),
        object(rs.getString("data")));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Map<String, Object> object(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      return JSON.readValue(json, OBJECT);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
