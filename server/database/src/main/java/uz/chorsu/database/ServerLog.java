package uz.chorsu.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes the server's own messages on to Chorsu's log and remembers the last ones, for the
/// sentence that explains why a server ended.
final class ServerLog {
  private static final Logger log = LoggerFactory.getLogger("postgres");
  private static final int REMEMBERED = 30;
  private final Deque<String> last = new ArrayDeque<>();

  /// Reads until the stream ends. An unread pipe would stop the server when it is full.
  void follow(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        remember(line);
        pass(line);
      }
    } catch (IOException e) {
      log.debug("The server's messages ended: {}", e.getMessage());
    }
  }

  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  private synchronized void remember(String line) {
    if (last.size() == REMEMBERED) {
      last.removeFirst();
    }
    last.addLast(line);
  }

  private static void pass(String line) {
    if (line.contains("terminating connection due to administrator command")) {
      log.debug("{}", line);
    } else if (line.startsWith("PANIC:")) {
      log.error("{}", line);
    } else if (line.startsWith("WARNING:") || line.startsWith("FATAL:")) {
      log.warn("{}", line);
    } else {
      // A failed statement reaches its caller as an exception; once is enough.
      log.debug("{}", line);
    }
  }
}
