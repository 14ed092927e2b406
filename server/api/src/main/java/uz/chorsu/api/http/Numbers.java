package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers in a query, in JSON's own form.
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static Optional<JsonNode> find(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Optional.of(LongNode.valueOf(Long.parseLong(text)));
    }
    return NUMBER.matcher(text).matches()
        ? Optional.of(DoubleNode.valueOf(Double.parseDouble(text)))
        : Optional.empty();
  }
}
