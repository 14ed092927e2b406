package uz.chorsu.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.chorsu.sim.client.Answer;
import uz.chorsu.sim.client.Door;

/// `import-history`: loads a whole timeline, with all stamps of its units, into Chorsu's tables for
/// imported history. The server reads and judges the rows; this program only carries them, so that
/// an interrupted import goes on where it was.
@Command(name = "import-history", description = "Loads a file of past incidents for the figures.")
public final class ImportHistory implements Callable<Integer> {
  private static final int BATCH = 500;
  private static final int TRIES = 10;

  @Option(names = "--format", required = true, description = "datasf-fire")
  private String format = "";

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "Where Chorsu is.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Parameters(paramLabel = "FILE", description = "The CSV file.")
  private Path file = Path.of("");

  private final PrintStream out;
  private final Findings findings = new Findings();

  public ImportHistory() {
    this(System.out);
  }

  ImportHistory(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    try (HistoryFile history = HistoryFile.open(file);
        Door door = new Door(url, TRIES)) {
      door.signOn("Import of " + file.getFileName(), "import", "administrator");
      JsonNode started = start(door, history);
      JsonNode report =
          started == null ? null : send(door, history, started.path("id").asText(), started);
      if (report == null) {
        return 1;
      }
      print(report);
      return 0;
    } catch (NotAHistory e) {
      out.println("Not imported: " + e.getMessage());
      return 1;
    }
  }

  private @Nullable JsonNode start(Door door, HistoryFile history) {
    String sha256 = HistoryFile.sha256(file);
    ObjectNode body = door.object().put("format", format);
    body.put("fileName", String.valueOf(file.getFileName())).put("sha256", sha256);
    ArrayNode columns = body.putArray("columns");
    history.columns().forEach(columns::add);
    return said(door.post("/history/imports", body, "import-" + sha256));
  }

  private @Nullable JsonNode send(Door door, HistoryFile history, String id, JsonNode started) {
    JsonNode report = started;
    Optional<HistoryFile.Row> row = history.next();
    while (row.isPresent()) {
      ObjectNode body = door.object();
      ArrayNode rows = body.putArray("rows");
      long first = row.get().line();
      for (; row.isPresent() && rows.size() < BATCH; row = history.next()) {
        put(rows, row.get());
      }
      report =
          said(door.post("/history/imports/" + id + "/rows", body, "rows-" + id + "-" + first));
      if (report == null) {
        return null;
      }
      out.printf(
          "%d rows taken, %d refused%n",
          report.path("rowsTaken").asInt(), report.path("rowsRefused").asInt());
    }
    return report;
  }

  private void put(ArrayNode rows, HistoryFile.Row row) {
    boolean tooLong =
        row.values().stream().anyMatch(value -> value.length() > HistoryFile.LONGEST_VALUE);
    if (tooLong) {
      findings.add("a value over " + HistoryFile.LONGEST_VALUE + " characters", row.line());
      return;
    }
    if (row.garbled()) {
      findings.add("not UTF-8", row.line());
      return;
    }
    ObjectNode each = rows.addObject().put("row", row.line());
    ArrayNode values = each.putArray("values");
    row.values().forEach(values::add);
  }

  private @Nullable JsonNode said(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> done.body();
      case Answer.No no -> {
        out.println("Not imported: " + no.sentence());
        yield null;
      }
      case Answer.Silent silent -> {
        out.println("Chorsu does not answer at " + url + ": " + silent.why());
        yield null;
      }
    };
  }

  private void print(JsonNode report) {
    findings.print(out);
    for (JsonNode finding : report.path("findings")) {
      out.printf(
          "%s: %s: %d (first at line %s)%n",
          finding.path("refused").asBoolean() ? "refused" : "kept, reported",
          finding.path("name").asText(),
          finding.path("count").asInt(),
          finding.path("firstRows"));
    }
    out.printf(
        "imported %d incidents from %d rows, refused %d rows%n",
        report.path("incidents").asInt(),
        report.path("rowsTaken").asInt(),
        report.path("rowsRefused").asLong() + findings.total());
  }
}
