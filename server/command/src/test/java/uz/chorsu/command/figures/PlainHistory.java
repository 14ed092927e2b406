package uz.chorsu.command.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.history.RawRow;

/// The same figures computed the slow and plain way, straight from the file: no database, nothing
/// shared with the program. It asks at every moment how many units are busy.
final class PlainHistory {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

  private final List<String> columns;
  private final List<List<String>> rows;
  private final List<Span> spans = new ArrayList<>();

  private record Span(String unit, Instant from, Instant to) {}

  private PlainHistory(List<String> columns, List<List<String>> rows) {
    this.columns = columns;
    this.rows = rows;
    for (List<String> row : rows) {
      Instant from = time(row, "Dispatch DtTm");
      Instant to = time(row, "Available DtTm");
      if (from != null && to != null) {
        spans.add(new Span(row.get(columns.indexOf("Unit ID")), from, to));
      }
    }
  }

  static PlainHistory read(Path csv) {
    try {
      List<List<String>> rows = new ArrayList<>();
      for (String line : Files.readAllLines(csv)) {
        rows.add(split(line));
      }
      return new PlainHistory(rows.getFirst(), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> columns() {
    return columns;
  }

  List<RawRow> rawRows() {
    List<RawRow> raw = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      raw.add(new RawRow(i + 2, rows.get(i)));
    }
    return raw;
  }

  int mostBusy() {
    return busyAt(mostBusyAt());
  }

  Instant mostBusyAt() {
    Instant best = Instant.EPOCH;
    int most = 0;
    for (Instant at : new TreeSet<>(spans.stream().map(Span::from).toList())) {
      int busy = busyAt(at);
      if (busy > most) {
        most = busy;
        best = at;
      }
    }
    return best;
  }

  String shown(String interval) {
    List<Double> seconds = new ArrayList<>();
    int contradicting = 0;
    for (@Nullable Instant[] pair : pairs(interval)) {
      if (pair[0] == null || pair[1] == null) {
        continue;
      }
      double length = pair[1].getEpochSecond() - pair[0].getEpochSecond();
      if (length < 0) {
        contradicting++;
      } else {
        seconds.add(length);
      }
    }
    seconds.sort(null);
    int n = seconds.size();
    return n
        + ": "
        + seconds.get((n + 1) / 2 - 1)
        + " "
        + seconds.get((9 * n + 9) / 10 - 1)
        + " contradicting "
        + contradicting;
  }

  int incidentsOf(String type) {
    return (int)
        incidents().values().stream()
            .filter(units -> units.getFirst().get(columns.indexOf("Call Type")).equals(type))
            .count();
  }

  private List<@Nullable Instant[]> pairs(String interval) {
    List<@Nullable Instant[]> pairs = new ArrayList<>();
    if (interval.equals("dispatchToAvailable")) {
      rows.forEach(row -> pairs.add(pair(time(row, "Dispatch DtTm"), time(row, "Available DtTm"))));
      return pairs;
    }
    for (List<List<String>> units : incidents().values()) {
      Instant received = first(units, "Received DtTm");
      Instant dispatch = first(units, "Dispatch DtTm");
      Instant onScene = first(units, "On Scene DtTm");
      pairs.add(
          switch (interval) {
            case "receivedToEntry" -> pair(received, first(units, "Entry DtTm"));
            case "receivedToFirstDispatch" -> pair(received, dispatch);
            case "dispatchToFirstEnRoute" -> pair(dispatch, first(units, "Response DtTm"));
            case "receivedToFirstOnScene" -> pair(received, onScene);
            case "enRouteToOnScene" -> pair(enRouteOfFirst(units, onScene), onScene);
            default -> throw new IllegalArgumentException(interval);
          });
    }
    return pairs;
  }

  private static @Nullable Instant[] pair(@Nullable Instant from, @Nullable Instant to) {
    return new @Nullable Instant[] {from, to};
  }

  private @Nullable Instant enRouteOfFirst(List<List<String>> units, @Nullable Instant onScene) {
    for (List<String> unit : units) {
      if (onScene != null && onScene.equals(time(unit, "On Scene DtTm"))) {
        return time(unit, "Response DtTm");
      }
    }
    return null;
  }

  private Map<String, List<List<String>>> incidents() {
    Map<String, List<List<String>>> incidents = new LinkedHashMap<>();
    for (List<String> row : rows) {
      incidents
          .computeIfAbsent(row.get(columns.indexOf("Incident Number")), none -> new ArrayList<>())
          .add(row);
    }
    return incidents;
  }

  private int busyAt(Instant at) {
    TreeSet<String> busy = new TreeSet<>();
    for (Span span : spans) {
      if (!at.isBefore(span.from()) && at.isBefore(span.to())) {
        busy.add(span.unit());
      }
    }
    return busy.size();
  }

  private @Nullable Instant first(List<List<String>> units, String column) {
    return units.stream()
        .map(unit -> time(unit, column))
        .filter(Objects::nonNull)
        .min(java.util.Comparator.naturalOrder())
        .orElse(null);
  }

  private @Nullable Instant time(List<String> row, String column) {
    String text = row.get(columns.indexOf(column));
    return text.isEmpty()
        ? null
        : LocalDateTime.parse(text, FORMAT).atZone(SAN_FRANCISCO).toInstant();
  }

  private static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
