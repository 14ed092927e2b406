package uz.chorsu.command.calls;

import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.IncidentEdit.WhereEdit;

/// Later facts of a call.
///
/// @param words appended to what the caller said, never in place of it
public record CallEdit(
    @Nullable CallKind kind,
    Field<String> typeCode,
    Field<String> subtypeCode,
    Field<Integer> priority,
    WhereEdit where,
    Field<String> phone,
    Field<String> name,
    @Nullable String words) {

  /// Keeps personal values out of logs.
  @Override
  public String toString() {
    return "CallEdit[…]";
  }
}
