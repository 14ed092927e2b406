package uz.chorsu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A fresh, empty database for one test, in a real PostgreSQL that all tests of one JVM share and
/// that has the same settings as in production. It stops, and its files go, when the JVM ends.
///
/// ```java
/// try (TestDatabase test = TestDatabase.create("command")) {
///   test.database().ordinary().useHandle(...);
/// }
/// ```
public final class TestDatabase implements AutoCloseable {
  private static final Database.Sizes SIZES = new Database.Sizes(8, 12, 1);
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final Map<List<String>, String> TEMPLATES = new HashMap<>();
  private static @Nullable PostgresServer shared;

  private final DatabaseAddress address;
  private final String name;
  private @Nullable Database database;

  private TestDatabase(String name) {
    this.name = name;
    this.address = addressOf(name);
  }

  /// @param rooms whose migrations the database already has, in this order
  public static synchronized TestDatabase create(String... rooms) {
    String name = "test_" + COUNTER.incrementAndGet();
    sql("CREATE DATABASE " + name + " OWNER chorsu TEMPLATE " + template(rooms));
    return new TestDatabase(name);
  }

  /// The shared server, for tests that look at it from outside.
  public static synchronized PostgresServer server() {
    PostgresServer server = shared;
    if (server == null) {
      server = startServer();
      shared = server;
    }
    return server;
  }

  /// Opened when first asked for.
  public synchronized Database database() {
    Database open = database;
    if (open == null) {
      open = Database.open(address, SIZES);
      database = open;
    }
    return open;
  }

  public DatabaseAddress address() {
    return address;
  }

  /// Closes the connections and drops the database.
  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
      database = null;
    }
    sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private static DatabaseAddress addressOf(String name) {
    DatabaseAddress owner = server().address();
    return new DatabaseAddress(
        owner.jdbcUrl().replace("/" + Cluster.DATABASE + "?", "/" + name + "?"),
        owner.user(),
        owner.password());
  }

  private static String template(String... rooms) {
    if (rooms.length == 0) {
      return "template1";
    }
    List<String> key = Arrays.asList(rooms);
    String known = TEMPLATES.get(key);
    if (known != null) {
      return known;
    }
    String name = "template_" + String.join("_", rooms);
    sql("CREATE DATABASE " + name + " OWNER chorsu");
    try (Database database = Database.open(addressOf(name), new Database.Sizes(1, 1, 1))) {
      key.forEach(database::migrate);
    }
    TEMPLATES.put(key, name);
    return name;
  }

  private static void sql(String statement) {
    DatabaseAddress admin = server().adminAddress("postgres");
    try (Connection connection =
            new AddressDataSource(() -> admin, Map.of("connectTimeout", "5")).getConnection();
        Statement execute = connection.createStatement()) {
      execute.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("Test database: " + statement, e);
    }
  }

  private static PostgresServer startServer() {
    try {
      Path parent = Path.of(System.getProperty("java.io.tmpdir"), "chorsu-test-postgres");
      Files.createDirectories(parent);
      removeLeftovers(parent);
      Path home = Files.createTempDirectory(parent, "server-");
      PostgresServer server = PostgresServer.start(home, cache());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.close();
                deleteQuietly(home);
              }));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where tests keep the unpacked programs, so that only the first run unpacks.
  static Path cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "chorsu");
  }

  /// Directories of test runs that were killed: their lock is free.
  private static void removeLeftovers(Path parent) throws IOException {
    try (Stream<Path> old = Files.list(parent)) {
      for (Path home : old.toList()) {
        Path lock = home.resolve("lock");
        if (!Files.exists(lock)) {
          continue;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock()) {
          if (held != null) {
            Orphan.stop(home.resolve("cluster"));
            Trees.delete(home);
          }
        }
      }
    }
  }

  private static void deleteQuietly(Path home) {
    try {
      Trees.delete(home);
    } catch (IOException e) {
      System.err.println("Left behind: " + home + " (" + e.getMessage() + ")");
    }
  }
}
