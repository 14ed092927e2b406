package uz.chorsu.command.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A call with what is personal, for those who handle it, in the shape of the API.
///
/// @param description all that the caller said, later words on lines of their own with their time
public record Call(
    @JsonUnwrapped CallSummary summary,
    @Nullable String callerPhone,
    @Nullable String callerName,
    @Nullable String description) {

  /// Keeps personal values out of logs.
  @Override
  public String toString() {
    return "Call[" + summary.id() + "]";
  }
}
