package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.MIGRATION;
import static uz.chorsu.database.DatabaseFailure.Reason.UNREACHABLE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The connections to PostgreSQL, in two pools: [#reserved()] is for calls, dispatch and crew
/// status, which are never told to wait for anything else; [#ordinary()] is for all the rest.
///
/// Every statement has a time limit of 30 s, a wait for a lock 5 s, an idle transaction 30 s, and
/// the wait for a connection 5 s.
public final class Database implements AutoCloseable {
  /// How many connections each pool may open.
  ///
  /// @param idle how many stay open in each when there is nothing to do
  public record Sizes(int reserved, int ordinary, int idle) {
    public static final Sizes DEFAULT = new Sizes(8, 12, 4);
  }

  /// One pool at this moment, for the metrics.
  ///
  /// @param waiting threads that wait for a connection
  public record PoolFigures(int active, int idle, int waiting, int maximum) {}

  private static final Pattern ROOM = Pattern.compile("[a-z]+");
  private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);

  private final HikariDataSource reservedPool;
  private final HikariDataSource ordinaryPool;
  private final AddressDataSource direct;
  private final AddressDataSource migrating;
  private final Jdbi reserved;
  private final Jdbi ordinary;

  private Database(Supplier<DatabaseAddress> address, Sizes sizes) {
    AddressDataSource limited = new AddressDataSource(address, limitedSettings());
    this.direct = new AddressDataSource(address, plainSettings("chorsu-listen", 30));
    this.migrating = new AddressDataSource(address, plainSettings("chorsu-migrate", 0));
    this.reservedPool = pool("reserved", limited, sizes.reserved(), sizes.idle());
    this.ordinaryPool = pool("ordinary", limited, sizes.ordinary(), sizes.idle());
    this.reserved = Jdbi.create(reservedPool).installPlugin(new PostgresPlugin());
    this.ordinary = Jdbi.create(ordinaryPool).installPlugin(new PostgresPlugin());
  }

  /// Opens a city's own server.
  ///
  /// @throws DatabaseFailure if it does not answer within 5 s or refuses the login
  public static Database open(DatabaseAddress address, Sizes sizes) {
    return checked(new Database(() -> address, sizes), address);
  }

  /// Opens the embedded server and follows it when it has to change its port.
  public static Database open(PostgresServer server, Sizes sizes) {
    return checked(new Database(server::address, sizes), server.address());
  }

  private static Database checked(Database database, DatabaseAddress address) {
    try (Connection connection = database.direct.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 15) {
        throw new DatabaseFailure(
            UNREACHABLE,
            "Chorsu needs PostgreSQL 15 or newer; " + address + " has " + version + ".");
      }
      return database;
    } catch (SQLException e) {
      database.close();
      throw new DatabaseFailure(
          UNREACHABLE, "The database " + address + " cannot be used: " + e.getMessage(), e);
    } catch (DatabaseFailure e) {
      database.close();
      throw e;
    }
  }

  /// For calls, dispatch and crew status only.
  public Jdbi reserved() {
    return reserved;
  }

  /// For lists, searches, figures, positions and everything else.
  public Jdbi ordinary() {
    return ordinary;
  }

  public PoolFigures reservedFigures() {
    return figures(reservedPool);
  }

  public PoolFigures ordinaryFigures() {
    return figures(ordinaryPool);
  }

  /// Brings a room's schema up to date from `db/ROOM/V*.sql` on the class path. The schema has the
  /// room's name and holds the history table; it comes first in the search path while a migration
  /// runs. `btree_gist` and `pg_trgm` are there.
  ///
  /// @throws DatabaseFailure naming the file that failed; PostgreSQL has rolled it back then
  public void migrate(String room) {
    if (!ROOM.matcher(room).matches()) {
      throw new IllegalArgumentException("Not a room: " + room);
    }
    try {
      installExtensions();
      Flyway.configure()
          .dataSource(migrating)
          .locations("classpath:db/" + room)
          .schemas(room)
          .defaultSchema(room)
          .table("schema_history")
          .cleanDisabled(true)
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException | SQLException e) {
      throw new DatabaseFailure(
          MIGRATION,
          "The tables of " + room + " cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }

  /// Hears `NOTIFY channel` until the listener is closed.
  ///
  /// @param channel lower-case letters, digits and underscores
  /// @param onNotification gets the payload, which may be empty
  /// @param onConnected called once a connection hears, and again after each one that was lost:
  ///   whoever follows a table looks for what is new then
  public Listener listen(String channel, Consumer<String> onNotification, Runnable onConnected) {
    return new Listener(direct, channel, onNotification, onConnected);
  }

  /// Whether a connection of the reserved pool answers now. Waits at most as long as a caller
  /// would.
  public boolean isReady() {
    try (Connection connection = reservedPool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    reservedPool.close();
    ordinaryPool.close();
  }

  private void installExtensions() throws SQLException {
    try (Connection connection = migrating.getConnection();
        Statement statement = connection.createStatement()) {
      // Two starts at once would both find the extension missing; the lock lets one go first.
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('chorsu-extensions'))");
      statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public");
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public");
      connection.commit();
    }
  }

  private static PoolFigures figures(HikariDataSource pool) {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new PoolFigures(
        now.getActiveConnections(),
        now.getIdleConnections(),
        now.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  private static HikariDataSource pool(String name, AddressDataSource source, int size, int idle) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(idle, size));
    config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
    config.setValidationTimeout(2_000);
    config.setIdleTimeout(Duration.ofMinutes(5).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    // The pool is made before the server has answered; checked() tells what is wrong.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static Map<String, String> limitedSettings() {
    Map<String, String> settings = plainSettings("chorsu", 60);
    settings.put(
        "options",
        "-c statement_timeout=30s -c lock_timeout=5s"
            + " -c idle_in_transaction_session_timeout=30s");
    return settings;
  }

  private static Map<String, String> plainSettings(String name, int socketTimeoutSeconds) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ApplicationName", name);
    settings.put("connectTimeout", "5");
    settings.put("loginTimeout", "5");
    settings.put("socketTimeout", Integer.toString(socketTimeoutSeconds));
    settings.put("tcpKeepAlive", "true");
    settings.put("reWriteBatchedInserts", "true");
    return settings;
  }
}
