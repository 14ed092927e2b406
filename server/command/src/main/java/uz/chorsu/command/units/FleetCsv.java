package uz.chorsu.command.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.units.UnitImport.RefusedRow;
import uz.chorsu.model.Refused;

/// A fleet as CSV (RFC 4180): the first line names the columns, a field may stand in quotes.
final class FleetCsv {
  private static final List<String> COLUMNS =
      List.of("callSign", "agency", "kind", "skills", "station", "lat", "lon", "crew");
  private static final List<String> NEEDED = COLUMNS.subList(0, 3);
  private static final int MOST_ROWS = 50_000;

  private final List<Row> rows = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();

  private FleetCsv() {}

  /// One row.
  ///
  /// @param line in the file, the header is 1
  record Row(int line, Map<String, String> fields) {
    Optional<String> find(String column) {
      return Optional.ofNullable(fields.get(column));
    }

    String get(String column) {
      return find(column).orElseThrow(() -> new Refused(column, "there", null));
    }

    Optional<Double> findNumber(String column) {
      return find(column)
          .map(text -> {
            try {
              return Double.valueOf(text);
            } catch (NumberFormatException e) {
              throw new Refused(column, "a number", text);
            }
          });
    }
  }

  List<Row> rows() {
    return rows;
  }

  List<RefusedRow> refused() {
    return refused;
  }

  static FleetCsv read(String csv) {
    FleetCsv file = new FleetCsv();
    // A byte order mark is what spreadsheets put first.
    CsvLines lines = new CsvLines(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    List<String> header =
        lines.next().orElseThrow(() -> new Refused("body", "CSV with a header", null));
    List<String> columns = header.stream().map(String::strip).toList();
    checkHeader(columns);
    while (true) {
      int line = lines.line();
      Optional<List<String>> fields = lines.next();
      if (fields.isEmpty()) {
        return file;
      }
      file.add(line, columns, fields.get());
    }
  }

  private void add(int line, List<String> columns, List<String> fields) {
    if (fields.size() == 1 && fields.getFirst().isBlank()) {
      return;
    }
    if (rows.size() >= MOST_ROWS) {
      throw new Refused("body", "at most " + MOST_ROWS + " rows", null);
    }
    if (fields.size() != columns.size()) {
      refused.add(
          new RefusedRow(
              line, "row", columns.size() + " fields, as the header", fields.size() + " fields"));
      return;
    }
    Map<String, String> byColumn = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      try {
        String text = Texts.check(columns.get(i), fields.get(i), 400);
        if (text != null) {
          byColumn.put(columns.get(i), text);
        }
      } catch (Refused e) {
        refused.add(new RefusedRow(line, e.field(), e.rule(), null));
        return;
      }
    }
    rows.add(new Row(line, byColumn));
  }

  private static void checkHeader(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!COLUMNS.contains(column) || !seen.add(column)) {
        throw new Refused("header", "each once of " + String.join(", ", COLUMNS), null);
      }
    }
    for (String needed : NEEDED) {
      if (!seen.contains(needed)) {
        throw new Refused("header", "a line with the column " + needed, null);
      }
    }
  }
}
