package uz.chorsu.command.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.model.IncidentId;

/// A call as it is taken. Everything may be unknown at first.
///
/// @param who the caller; personal
/// @param receivedAt when the line was answered or rang; null means now
/// @param joins an incident that it belongs to; null opens a new one
public record NewCall(
    CallKind kind,
    @Nullable String typeCode,
    @Nullable String subtypeCode,
    @Nullable Integer priority,
    Where where,
    Who who,
    @Nullable Instant receivedAt,
    @Nullable IncidentId joins) {

  /// What is personal about a call.
  ///
  /// @param phone number to call back
  /// @param name of the caller
  /// @param words what the caller said
  public record Who(@Nullable String phone, @Nullable String name, @Nullable String words) {
    /// Nothing is known.
    public static final Who UNKNOWN = new Who(null, null, null);

    static final int LONGEST_PHONE = 40;
    static final int LONGEST_NAME = 120;
    static final int LONGEST_WORDS = 8000;

    /// @throws uz.chorsu.model.Refused naming the field, never its value
    public Who {
      phone = Texts.check("callerPhone", phone, LONGEST_PHONE);
      name = Texts.check("callerName", name, LONGEST_NAME);
      words = Texts.check("description", words, LONGEST_WORDS);
    }

    /// Keeps personal values out of logs.
    @Override
    public String toString() {
      return "Who[…]";
    }
  }
}
