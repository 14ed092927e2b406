package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server on good days and bad ones, each with a real server of its own.
class PostgresServerTest {
  @TempDir Path home;

  @Test
  void s01_whatWasStoredIsThereAfterARestart() throws SQLException {
    try (PostgresServer server = start()) {
      sql(server, "CREATE TABLE kept AS SELECT 41 + 1 AS n");
    }
    try (PostgresServer server = start()) {
      assertThat(query(server, "SELECT n FROM kept")).isEqualTo("42");
      assertThat(server.isReady()).isTrue();
      assertThat(server.restarts()).isZero();
    }
  }

  @Test
  void s02_itIsAsSafeAsARealServer() throws Exception {
    try (PostgresServer server = start()) {
      assertThat(query(server, "SHOW fsync")).isEqualTo("on");
      assertThat(query(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(server, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      assertThat(query(server, "SELECT lower('ЎЗБЕКИСТОН')")).isEqualTo("ўзбекистон");

      String url = server.address().jdbcUrl();
      for (String password : List.of("", "wrong")) {
        assertThatThrownBy(() -> DriverManager.getConnection(url, "chorsu", password).close())
            .isInstanceOf(SQLException.class);
      }
      String secret = Files.readString(home.resolve("owner-password")).strip();
      assertThat(secret).hasSizeGreaterThan(40);
      for (String name : List.of("owner-password", "admin-password")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
            .isEqualTo("rw-------");
      }
      assertThat(server.address().toString()).doesNotContain(secret);
      assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")))
          .doesNotContain(secret);
    }
  }

  @Test
  void s03_aTakenPortIsAnsweredWithAnotherOneThatStays() throws Exception {
    int port;
    try (PostgresServer server = start()) {
      port = portOf(server);
      sql(server, "CREATE TABLE kept AS SELECT 1 AS n");
    }
    int second;
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        PostgresServer server = start()) {
      assertThat(other.isBound()).isTrue();
      second = portOf(server);
      assertThat(second).isNotEqualTo(port);
      assertThat(query(server, "SELECT n FROM kept")).isEqualTo("1");
    }
    try (PostgresServer server = start()) {
      assertThat(portOf(server)).isEqualTo(second);
    }
  }

  @Test
  void s04_dataOfAnotherMajorVersionIsRefusedAndUntouched() throws Exception {
    Path cluster = Files.createDirectories(home.resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    Files.writeString(cluster.resolve("postgresql.conf"), "port = 1\n");
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            DatabaseFailure.class,
            e -> assertThat(e.reason()).isEqualTo(DatabaseFailure.Reason.OTHER_VERSION))
        .hasMessageContaining("written by PostgreSQL 17")
        .hasMessageContaining("Nothing was changed");
    assertThat(Files.readString(cluster.resolve("PG_VERSION"))).isEqualTo("17\n");
    assertThat(Files.readString(cluster.resolve("postgresql.conf"))).isEqualTo("port = 1\n");
    try (var files = Files.list(cluster)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void s05_aSecondChorsuOnTheSameDirectoryIsRefused() throws SQLException {
    try (PostgresServer server = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOfSatisfying(
              DatabaseFailure.class,
              e -> assertThat(e.reason()).isEqualTo(DatabaseFailure.Reason.IN_USE))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void s06_aFirstStartThatWasKilledIsBegunAgain() throws Exception {
    Path unfinished = Files.createDirectories(home.resolve("cluster.unfinished/base"));
    Files.writeString(unfinished.resolve("1"), "half a page");
    Files.writeString(home.resolve("admin-password"), "");
    try (PostgresServer server = start()) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
    assertThat(home.resolve("cluster.unfinished")).doesNotExist();
  }

  @Test
  void s07_aLostPasswordOfTheAdministratorIsNamedNotReplaced() throws Exception {
    start().close();
    Files.delete(home.resolve("admin-password"));
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("admin-password is missing");
    assertThat(home.resolve("cluster/PG_VERSION")).exists();
  }

  @Test
  void s08_aLostPasswordOfTheOwnerIsMadeAnew() throws Exception {
    try (PostgresServer server = start()) {
      sql(server, "CREATE TABLE kept AS SELECT 1 AS n");
    }
    Files.delete(home.resolve("owner-password"));
    try (PostgresServer server = start()) {
      assertThat(query(server, "SELECT n FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void s09_openTransactionsDoNotDelayTheStop() throws Exception {
    PostgresServer server = start();
    try (Connection open = connect(server)) {
      open.setAutoCommit(false);
      open.createStatement().execute("CREATE TABLE half (n int)");
      long begin = System.nanoTime();
      server.close();
      assertThat((System.nanoTime() - begin) / 1e9).isLessThan(6);
    }
    assertThat(home.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void s10_rootWithoutNamespacesBecomesAnotherUser() throws Exception {
    boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    assumeThat(root).as("needs root, to become another user").isTrue();
    assumeThat(Files.readString(Path.of("/etc/passwd")).contains("\npostgres:"))
        .as("needs a user postgres")
        .isTrue();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path programs = Files.createDirectories(home.resolve("programs"));
    Unprivileged asPostgres =
        Unprivileged.find(List.of("no-such-user", "postgres"), true, List.of());
    assertThat(asPostgres.owner()).isEqualTo("postgres");
    Path data = Files.createDirectories(home.resolve("data"));
    try (PostgresServer server = PostgresServer.start(data, programs, asPostgres)) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
      Object owner = Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid");
      assertThat(owner).isNotEqualTo(0);
    }
  }

  @Test
  void s11_rootWithNoWayToLeaveIsToldWhatToDo() {
    assertThatThrownBy(() -> Unprivileged.find(List.of("no-such-user"), true, List.of()))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("ordinary user");
  }

  private PostgresServer start() {
    return PostgresServer.start(home, TestDatabase.cache());
  }

  private static int portOf(PostgresServer server) {
    String url = server.address().jdbcUrl();
    return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
  }

  static Connection connect(PostgresServer server) throws SQLException {
    return new AddressDataSource(server::address, Map.of("connectTimeout", "5")).getConnection();
  }

  static void sql(PostgresServer server, String statement) throws SQLException {
    try (Connection connection = connect(server);
        var execute = connection.createStatement()) {
      execute.execute(statement);
    }
  }

  static String query(PostgresServer server, String query) throws SQLException {
    try (Connection connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
