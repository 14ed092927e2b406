package uz.chorsu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears `NOTIFY` on a connection of its own and lives until it is closed: a lost connection is
/// made again, and every new one is announced, because notifications sent in between are gone.
public final class Listener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Duration PROOF_OF_LIFE = Duration.ofSeconds(10);
  private static final long SHORTEST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final DataSource source;
  private final String channel;
  private final Consumer<String> onNotification;
  private final Runnable onConnected;
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable Connection current;

  Listener(
      DataSource source, String channel, Consumer<String> onNotification, Runnable onConnected) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("Not a channel name: " + channel);
    }
    this.source = source;
    this.channel = channel;
    this.onNotification = onNotification;
    this.onConnected = onConnected;
    this.thread = Thread.ofVirtual().name("listen-" + channel).start(this::run);
  }

  /// After this no callback begins any more.
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    closeQuietly(current);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long pause = SHORTEST_PAUSE_MILLIS;
    while (!closing) {
      try (Connection connection = source.getConnection()) {
        current = connection;
        try (Statement statement = connection.createStatement()) {
          statement.execute("LISTEN " + channel);
          pause = SHORTEST_PAUSE_MILLIS;
          callBack(onConnected);
          follow(connection, statement);
        }
      } catch (SQLException e) {
        if (!closing) {
          log.warn(
              "No connection to hear {} ({}); next attempt in {} ms",
              channel,
              e.getSQLState(),
              pause);
          Pause.millis(pause);
          pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
      } finally {
        current = null;
      }
    }
  }

  private void follow(Connection connection, Statement statement) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closing) {
      PGNotification[] heard = postgres.getNotifications((int) PROOF_OF_LIFE.toMillis());
      if (heard == null || heard.length == 0) {
        statement.execute("SELECT 1");
        continue;
      }
      for (PGNotification notification : heard) {
        if (!closing) {
          callBack(() -> onNotification.accept(notification.getParameter()));
        }
      }
    }
  }

  /// A callback's mistake must not end the hearing.
  private void callBack(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      log.error("A callback of channel {} failed", channel, e);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("The connection was closed already", e);
    }
  }
}
