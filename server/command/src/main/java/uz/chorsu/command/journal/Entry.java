package uz.chorsu.command.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.CallId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// One change to be written to the journal.
///
/// @param kind a stable word such as `call-taken`
/// @param text one plain English sentence without personal data
/// @param at event time; null means the time of the change
/// @param noteId the note that holds what was said about it
/// @param data the parts of the sentence, for translation; without personal data
public record Entry(
    String kind,
    String text,
    @Nullable Instant at,
    @Nullable IncidentId incidentId,
    @Nullable UnitId unitId,
    @Nullable CallId callId,
    @Nullable AssignmentId assignmentId,
    @Nullable UUID noteId,
    Map<String, Object> data) {

  public Entry {
    data = Map.copyOf(data);
  }

  public static Entry of(String kind, String text) {
    return new Entry(kind, text, null, null, null, null, null, null, Map.of());
  }

  public Entry at(Instant time) {
    return new Entry(kind, text, time, incidentId, unitId, callId, assignmentId, noteId, data);
  }

  public Entry incident(IncidentId id) {
    return new Entry(kind, text, at, id, unitId, callId, assignmentId, noteId, data);
  }

  public Entry unit(UnitId id) {
    return new Entry(kind, text, at, incidentId, id, callId, assignmentId, noteId, data);
  }

  public Entry call(CallId id) {
    return new Entry(kind, text, at, incidentId, unitId, id, assignmentId, noteId, data);
  }

  public Entry assignment(AssignmentId id) {
    return new Entry(kind, text, at, incidentId, unitId, callId, id, noteId, data);
  }

  public Entry note(@Nullable UUID id) {
    return new Entry(kind, text, at, incidentId, unitId, callId, assignmentId, id, data);
  }

  /// One part of the sentence more; nothing happens when the value is null.
  public Entry with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(name, value);
    return new Entry(kind, text, at, incidentId, unitId, callId, assignmentId, noteId, more);
  }
}
