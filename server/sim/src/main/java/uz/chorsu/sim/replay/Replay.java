package uz.chorsu.sim.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.chorsu.sim.client.Answer;
import uz.chorsu.sim.client.Door;

/// `replay`: plays a public file of fire calls through the public API, in the file's own order and
/// as if people called now. The stamps of its units are left out: who goes is for Chorsu's desk to
/// decide.
///
/// Format `datasf-fire`: "Fire Department Calls for Service" of DataSF, one row for each unit sent;
/// the first row of each `Call Number` is the call.
@Command(name = "replay", description = "Plays a file of calls through the public API.")
public final class Replay implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("Call Number", "Call Type", "Received DtTm", "Address", "Location");
  private static final DateTimeFormatter RECEIVED =
      DateTimeFormatter.ofPattern("MM/dd/uuuu hh:mm:ss a", Locale.US);
  private static final Pattern POINT =
      Pattern.compile("\\(\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*\\)");
  private static final int TRIES = 10;
  private static final int SHOW_EVERY = 100;

  @Option(names = "--format", required = true, description = "datasf-fire")
  private String format = "";

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "Where Chorsu is.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--speed",
      defaultValue = "0",
      description = "File seconds in one real second; 0 plays as fast as it goes.")
  private double speed;

  @Option(
      names = "--again",
      defaultValue = "",
      description = "A label that makes the same file new; without it a second run adds nothing.")
  private String again = "";

  @Parameters(paramLabel = "FILE", description = "The CSV file.")
  private Path file = Path.of("");

  private final PrintStream out;
  private final Findings findings = new Findings();
  private final Set<String> played = new HashSet<>();
  private @Nullable LocalDateTime lastReceived;
  private long calls;

  public Replay() {
    this(System.out);
  }

  Replay(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!format.equals("datasf-fire")) {
      out.println("--format must be datasf-fire");
      return 2;
    }
    try (HistoryFile history = HistoryFile.open(file);
        Door door = new Door(url, TRIES)) {
      history.require(COLUMNS);
      String sha256 = HistoryFile.sha256(file);
      if (!(door.signOn("Replay of " + file.getFileName(), "replay", "call-taker")
          instanceof Answer.Done)) {
        out.println("Chorsu does not answer at " + url);
        return 1;
      }
      for (Optional<HistoryFile.Row> row = history.next(); row.isPresent(); row = history.next()) {
        if (!play(door, history, row.get(), sha256)) {
          return 1;
        }
      }
    } catch (NotAHistory e) {
      out.println("Not played: " + e.getMessage());
      return 1;
    } finally {
      findings.print(out);
      out.printf("played %d calls, refused %d rows%n", calls, findings.total());
    }
    return 0;
  }

  /// @return false if Chorsu no longer answers
  private boolean play(Door door, HistoryFile history, HistoryFile.Row row, String sha256)
      throws InterruptedException {
    Optional<ObjectNode> call = read(door, history, row);
    String number = history.value(row, "Call Number");
    if (call.isEmpty() || !played.add(number)) {
      return true;
    }
    String key = "replay-" + sha256.substring(0, 32) + "-" + number + again;
    switch (door.post("/calls", call.get(), key)) {
      case Answer.Done _ -> {
        calls++;
        if (calls % SHOW_EVERY == 0) {
          out.printf("%d calls%n", calls);
        }
      }
      case Answer.No no -> findings.add(no.sentence(), row.line());
      case Answer.Silent silent -> {
        out.println("Chorsu no longer answers: " + silent.why());
        return false;
      }
    }
    return true;
  }

  private Optional<ObjectNode> read(Door door, HistoryFile history, HistoryFile.Row row)
      throws InterruptedException {
    if (row.garbled()) {
      findings.add("not UTF-8", row.line());
      return Optional.empty();
    }
    if (row.values().size() != history.columns().size()) {
      findings.add("wrong number of columns", row.line());
      return Optional.empty();
    }
    if (history.value(row, "Call Number").isEmpty()) {
      findings.add("no call number", row.line());
      return Optional.empty();
    }
    LocalDateTime received;
    try {
      received = LocalDateTime.parse(history.value(row, "Received DtTm"), RECEIVED);
    } catch (DateTimeParseException e) {
      findings.add("Received DtTm is not a time", row.line());
      return Optional.empty();
    }
    Matcher point = POINT.matcher(history.value(row, "Location"));
    ObjectNode call = door.object().put("kind", "voice");
    call.put("typeCode", typeCode(history.value(row, "Call Type")));
    call.put("address", history.value(row, "Address"));
    call.put("description", history.value(row, "Call Type"));
    if (point.matches()) {
      call.put("lat", Double.parseDouble(point.group(1)));
      call.put("lon", Double.parseDouble(point.group(2)));
      call.putObject("location").put("method", "address").put("verified", true);
    } else {
      findings.add("Location is not a point; played without one", row.line());
    }
    waitFor(received);
    return Optional.of(call);
  }

  private void waitFor(LocalDateTime received) throws InterruptedException {
    LocalDateTime last = lastReceived;
    lastReceived = received;
    if (speed > 0 && last != null && received.isAfter(last)) {
      Thread.sleep((long) (Duration.between(last, received).toMillis() / speed));
    }
  }

  private static String typeCode(String callType) {
    String words = callType.toLowerCase(Locale.ROOT);
    if (words.contains("medical")) {
      return "MEDICAL";
    }
    if (words.contains("traffic") || words.contains("vehicle")) {
      return words.contains("fire") ? "FIRE" : "TRAFFIC";
    }
    if (words.contains("gas leak")) {
      return "GAS";
    }
    if (words.contains("hazmat") || words.contains("hazard") || words.contains("electrical")) {
      return "HAZARD";
    }
    return words.contains("fire") || words.contains("alarm") || words.contains("smoke")
        ? "FIRE"
        : "UNKNOWN";
  }
}
