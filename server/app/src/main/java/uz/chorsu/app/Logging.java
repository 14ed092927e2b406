package uz.chorsu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Chorsu's own log: one line a message, to standard error and to files of bounded size.
final class Logging {
  private static final int FILE_BYTES = 10 << 20;
  private static final int FILES = 5;

  /// Libraries that tell much at the level that Chorsu itself uses.
  private static final String[] TALKATIVE = {
    "com.zaxxer.hikari", "org.flywaydb", "org.eclipse.jetty", "io.javalin", "com.graphhopper"
  };

  /// A logger that is not referenced may be collected, and its level with it.
  private static final Logger[] KEPT = new Logger[TALKATIVE.length];

  private Logging() {}

  /// @param directory gets `chorsu.log.0` (the newest) to `chorsu.log.4`
  static void start(Path directory) throws IOException {
    Files.createDirectories(directory);
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.INFO);
    for (int i = 0; i < TALKATIVE.length; i++) {
      KEPT[i] = Logger.getLogger(TALKATIVE[i]);
      KEPT[i].setLevel(Level.WARNING);
    }
    // Its warnings say, once for each connection, what the supervisor of PostgreSQL says once.
    KEPT[0].setLevel(Level.SEVERE);
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new OneLine());
    root.addHandler(console);
    String pattern = directory.resolve("chorsu.log").toString().replace("%", "%%");
    FileHandler file = new FileHandler(pattern, FILE_BYTES, FILES, true);
    file.setFormatter(new OneLine());
    file.setEncoding("UTF-8");
    root.addHandler(file);
  }

  /// `2026-03-01T08:00:00.123Z WARN command.Incidents: message`.
  static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringBuilder line = new StringBuilder(160);
      line.append(record.getInstant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
          .append(' ')
          .append(level(record.getLevel()))
          .append(' ')
          .append(shortName(record.getLoggerName()))
          .append(": ")
          .append(formatMessage(record))
          .append('\n');
      Throwable thrown = record.getThrown();
      if (thrown != null) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        line.append(trace);
      }
      return line.toString();
    }

    private static String level(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return "ERROR";
      }
      return level.intValue() >= Level.WARNING.intValue() ? "WARN " : "INFO ";
    }

    private static String shortName(String name) {
      return name.startsWith("uz.chorsu.") ? name.substring("uz.chorsu.".length()) : name;
    }
  }
}
