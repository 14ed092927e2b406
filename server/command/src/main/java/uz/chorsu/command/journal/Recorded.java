package uz.chorsu.command.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// One row of the journal.
///
/// @param seq rises in the order of commits; numbers may be missing
/// @param at when it happened
/// @param recordedAt when it was stored
/// @param actor name and desk
/// @param text without personal data, except where a note was opened for its handlers
public record Recorded(
    long seq,
    Instant at,
    Instant recordedAt,
    String kind,
    String actor,
    @Nullable IncidentId incidentId,
    @Nullable UnitId unitId,
    @Nullable CallId callId,
    @Nullable AssignmentId assignmentId,
    @Nullable UUID noteId,
    String text,
    @Nullable Map<String, Object> data) {

  Recorded withText(String opened) {
    return new Recorded(
        seq,
        at,
        recordedAt,
        kind,
        actor,
        incidentId,
        unitId,
        callId,
        assignmentId,
        noteId,
        opened,
        data);
  }
}
