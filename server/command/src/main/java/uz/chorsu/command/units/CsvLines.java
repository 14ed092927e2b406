package uz.chorsu.command.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.chorsu.model.Refused;

/// Splits CSV (RFC 4180) into rows and fields.
final class CsvLines {
  private final String text;
  private int at;
  private int line = 1;

  CsvLines(String text) {
    this.text = text;
  }

  /// Line on which the next row begins, the first is 1.
  int line() {
    return line;
  }

  /// The next row; empty at the end.
  ///
  /// @throws Refused if a quote is not closed
  Optional<List<String>> next() {
    if (at >= text.length()) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (at >= text.length()) {
        return Optional.of(fields);
      }
      char end = text.charAt(at++);
      if (end == '\n') {
        line++;
        return Optional.of(fields);
      }
    }
  }

  /// Reads up to, not including, the comma or line end after the field.
  private String field() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int begin = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(begin, at).strip();
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    int begin = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        line += c == '\n' ? 1 : 0;
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        // What stands between the closing quote and the comma is not part of the field.
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
          at++;
        }
        return field.toString();
      }
    }
    throw new Refused("row", "closed quotes, but those of line " + begin + " are open", null);
  }
}
