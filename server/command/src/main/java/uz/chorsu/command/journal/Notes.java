package uz.chorsu.command.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.seal.Opened.Words;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Free text that people write. It may be personal, so it is sealed, and the journal only names it.
public final class Notes {
  /// Longest text of a note.
  public static final int MAX = 4000;

  private final Sealer sealer;

  public Notes(Sealer sealer) {
    this.sealer = sealer;
  }

  /// Keeps a text.
  ///
  /// @param id of the new note
  public void keep(
      Change change, UUID id, @Nullable IncidentId incident, @Nullable UnitId unit, String text) {
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.note (id, incident_id, unit_id, recorded_at, text_sealed)
            VALUES (:id, :incident, :unit, :now, :text)
            """)
        .bind("id", id)
        .bind("incident", incident == null ? null : incident.value())
        .bind("unit", unit == null ? null : unit.value())
        .bind("now", change.now())
        .bind("text", sealer.seal(subject(id), text))
        .execute();
  }

  /// Keeps a text if there is one.
  ///
  /// @return the id of the note, or null
  public @Nullable UUID keepIfAny(
      Change change, @Nullable IncidentId incident, @Nullable UnitId unit, @Nullable String text) {
    if (text == null) {
      return null;
    }
    UUID id = change.newId();
    keep(change, id, incident, unit, text);
    return id;
  }

  /// Opens the notes of one incident, for its handlers.
  public Function<UUID, @Nullable String> opened(Handle handle, IncidentId incident) {
    Map<UUID, String> words = new HashMap<>();
    handle
        .createQuery("SELECT id, text_sealed FROM command.note WHERE incident_id = :id")
        .bind("id", incident.value())
        .map((rs, context) -> {
          UUID id = Rows.uuid(rs, "id");
          return Map.entry(id, sealer.open(subject(id), rs.getBytes("text_sealed")).shown());
        })
        .forEach(note -> words.put(note.getKey(), note.getValue()));
    return words::get;
  }

  /// The incidents whose newest notes hold a text, without regard to case.
  ///
  /// @param limit how many of the newest notes are looked into
  public List<IncidentId> search(Handle handle, String text, int limit) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return handle
        .createQuery(
            """
            SELECT id, incident_id, text_sealed FROM command.note WHERE incident_id IS NOT NULL
             ORDER BY id DESC LIMIT :limit
            """)
        .bind("limit", limit)
        .map((rs, context) -> {
          UUID id = Rows.uuid(rs, "id");
          return sealer.open(subject(id), rs.getBytes("text_sealed")) instanceof Words words
                  && words.text().toLowerCase(Locale.ROOT).contains(wanted)
              ? Optional.of(new IncidentId(Rows.uuid(rs, "incident_id")))
              : Optional.<IncidentId>empty();
        })
        .stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Subject subject(UUID id) {
    return new Subject("note", id, "text");
  }
}
