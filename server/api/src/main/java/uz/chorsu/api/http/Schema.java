package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// The rules of the description for one value, as far as OpenAPI's words are used in it. A request
/// is checked against them before any handler sees it.
///
/// @param types the JSON types that it may have
/// @param words the allowed texts; null if any
/// @param from smallest number, length of text or length of a list
/// @param to largest, as `from`
/// @param members of an object; null if any
/// @param items of a list; null if any
/// @param personal the value is never repeated in a refusal
/// @param fallback the value when it is left out
public record Schema(
    Set<String> types,
    @Nullable Set<String> words,
    double from,
    double to,
    @Nullable Pattern pattern,
    @Nullable String format,
    @Nullable Map<String, Schema> members,
    Set<String> required,
    @Nullable Schema items,
    boolean personal,
    @Nullable JsonNode fallback) {
  private static final int LONGEST_VALUE_SHOWN = 100;

  /// @param field where the value stands, such as `location.lat`; empty for the whole body
  /// @throws Refused naming the first field that breaks a rule
  public void check(JsonNode value, String field) {
    check(value, field, false);
  }

  private void check(JsonNode value, String field, boolean insidePersonal) {
    boolean hidden = personal || insidePersonal;
    if (value.isNull()) {
      if (!types.contains("null")) {
        throw refused(value, field, expectation(), hidden);
      }
      return;
    }
    if (value.isTextual()) {
      checkText(value, field, hidden);
    } else if (value.isNumber()) {
      checkNumber(value, field, hidden);
    } else if (value.isArray()) {
      checkList(value, field, hidden);
    } else if (value.isObject()) {
      checkObject(value, field, hidden);
    } else if (!types.contains("boolean")) {
      throw refused(value, field, expectation(), hidden);
    }
  }

  private void checkText(JsonNode value, String field, boolean hidden) {
    String text = value.textValue();
    if (!types.contains("string")) {
      throw refused(value, field, expectation(), hidden);
    }
    if (words != null && !words.contains(text)) {
      throw refused(value, field, "one of " + String.join(", ", words), hidden);
    }
    int length = text.codePointCount(0, text.length());
    if (length < from || length > to) {
      throw refused(value, field, lengths("characters"), hidden);
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      throw refused(value, field, "text like " + pattern.pattern(), hidden);
    }
    Texts.findFault(text)
        .ifPresent(rule -> {
          throw new Refused(field, rule, null);
        });
    if (!Texts.matchesFormat(format, text)) {
      throw refused(value, field, Texts.formatRule(format), hidden);
    }
  }

  private void checkNumber(JsonNode value, String field, boolean hidden) {
    boolean whole = types.contains("integer");
    if (!whole && !types.contains("number")) {
      throw refused(value, field, expectation(), hidden);
    }
    if (whole
        && !("int64".equals(format)
            ? value.isIntegralNumber() && value.canConvertToLong()
            : value.isIntegralNumber() && value.canConvertToInt())) {
      throw refused(value, field, "a whole number" + range(), hidden);
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number) || number < from || number > to) {
      throw refused(value, field, expectation(), hidden);
    }
  }

  private void checkList(JsonNode value, String field, boolean hidden) {
    if (!types.contains("array")) {
      throw refused(value, field, expectation(), hidden);
    }
    if (value.size() < from || value.size() > to) {
      throw new Refused(field, lengths("items"), null);
    }
    if (items != null) {
      for (int i = 0; i < value.size(); i++) {
        items.check(value.get(i), field + "[" + i + "]", hidden);
      }
    }
  }

  private void checkObject(JsonNode value, String field, boolean hidden) {
    if (!types.contains("object")) {
      throw refused(value, field, expectation(), hidden);
    }
    if (members == null) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = field.isEmpty() ? member.getKey() : field + "." + member.getKey();
      Schema schema = members.get(member.getKey());
      if (schema == null) {
        throw new Refused(shortened(name), "a field that the description knows", null);
      }
      schema.check(member.getValue(), name, hidden);
    }
    for (String name : required) {
      if (!value.has(name)) {
        throw new Refused(field.isEmpty() ? name : field + "." + name, "there", null);
      }
    }
  }

  /// Puts in the defaults of what was left out.
  void fillDefaults(JsonNode value) {
    if (value instanceof ObjectNode object && members != null) {
      members.forEach((name, schema) -> {
        if (object.has(name)) {
          schema.fillDefaults(object.get(name));
        } else if (schema.fallback != null) {
          object.set(name, schema.fallback);
        }
      });
    } else if (value.isArray() && items != null) {
      value.forEach(items::fillDefaults);
    }
  }

  private Refused refused(JsonNode value, String field, String rule, boolean hidden) {
    String shown = hidden || value.isContainerNode() ? null : shortened(value.asText());
    return new Refused(field.isEmpty() ? "body" : field, rule, shown);
  }

  private static String shortened(String text) {
    String clean = Texts.printable(text);
    return clean.length() <= LONGEST_VALUE_SHOWN
        ? clean
        : clean.substring(0, LONGEST_VALUE_SHOWN) + "…";
  }

  private String expectation() {
    List<String> kinds =
        types.stream()
            .sorted()
            .map(type ->
                switch (type) {
                  case "string" -> "text";
                  case "integer" -> "a whole number" + range();
                  case "number" -> "a number" + range();
                  case "boolean" -> "true or false";
                  case "array" -> "a list";
                  case "object" -> "an object";
                  case "null" -> "null";
                  default -> type;
                })
            .toList();
    return String.join(" or ", kinds);
  }

  private String range() {
    if (Double.isInfinite(from) && Double.isInfinite(to)) {
      return "";
    }
    if (Double.isInfinite(to)) {
      return " of " + plain(from) + " or more";
    }
    return Double.isInfinite(from)
        ? " up to " + plain(to)
        : " from " + plain(from) + " to " + plain(to);
  }

  private String lengths(String what) {
    if (Double.isInfinite(to)) {
      return plain(from) + " or more " + what + " long";
    }
    return from > 0
        ? plain(from) + " to " + plain(to) + " " + what + " long"
        : "at most " + plain(to) + " " + what + " long";
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
