package uz.chorsu.command.plans;

import org.jspecify.annotations.Nullable;

/// One mistake in a city plan.
///
/// @param line in the file, the first is 1
/// @param field path such as `incidentTypes[2].priority`
/// @param rule what would have been accepted
/// @param value as it stands there; null if it is missing
public record PlanProblem(int line, String field, String rule, @Nullable String value) {
  @Override
  public String toString() {
    String found = value == null ? "" : ", not \"" + value + "\"";
    return "line " + line + ": " + field + " must be " + rule + found;
  }
}
