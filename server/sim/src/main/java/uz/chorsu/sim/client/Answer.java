package uz.chorsu.sim.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What a door of Chorsu said.
public sealed interface Answer {
  /// 2xx.
  ///
  /// @param body the JSON body, a missing node if there was none
  /// @param etag the entity tag, empty if there was none
  record Done(int status, JsonNode body, String etag) implements Answer {}

  /// Any other status, with its problem details (RFC 9457) as far as they could be read.
  record No(int status, JsonNode problem) implements Answer {
    /// One line for a person: code, field and rule, or the detail.
    public String sentence() {
      if (problem.hasNonNull("field")) {
        return problem.path("field").asText() + " must be " + problem.path("rule").asText();
      }
      return status + " " + problem.path("detail").asText(problem.path("title").asText(""));
    }
  }

  /// No answer within the time limit, after all repeats.
  record Silent(String why) implements Answer {}

  /// The body of a 2xx, else null.
  default @Nullable JsonNode bodyOrNull() {
    return this instanceof Done done ? done.body() : null;
  }
}
