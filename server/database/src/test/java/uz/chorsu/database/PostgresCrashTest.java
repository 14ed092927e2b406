package uz.chorsu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static uz.chorsu.database.PostgresServerTest.query;
import static uz.chorsu.database.PostgresServerTest.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills, orphans and a full disk: what was acknowledged stays, and the service comes back by
/// itself.
class PostgresCrashTest {
  @TempDir Path home;

  @Test
  void s01_aKilledServerComesBackAndThePoolsRecover() throws Exception {
    try (PostgresServer server = PostgresServer.start(home, TestDatabase.cache());
        Database database = Database.open(server, new Database.Sizes(3, 3, 3))) {
      Jdbi jdbi = database.ordinary();
      jdbi.useHandle(handle -> handle.execute("CREATE TABLE acknowledged (n int PRIMARY KEY)"));
      int acknowledged = 0;
      for (int kill = 1; kill <= 2; kill++) {
        for (int i = 0; i < 20; i++) {
          int n = acknowledged;
          jdbi.useHandle(handle -> handle.execute("INSERT INTO acknowledged VALUES (?)", n));
          acknowledged++;
        }
        long begin = System.nanoTime();
        Signals.send(server.pid(), "KILL");
        int kills = kill;
        await("ready again", () -> server.restarts() == kills && server.isReady() && works(jdbi));
        System.out.printf("Back after kill -9 in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
      }
      assertThat(query(server, "SELECT count(*) FROM acknowledged"))
          .isEqualTo(Integer.toString(acknowledged));
    }
  }

  @Test
  void s02_oneKilledConnectionProcessDoesNotHarmTheOthers() throws Exception {
    try (PostgresServer server = PostgresServer.start(home, TestDatabase.cache());
        Database database = Database.open(server, new Database.Sizes(2, 2, 2))) {
      Jdbi jdbi = database.reserved();
      long victim =
          jdbi.withHandle(
              handle -> handle.createQuery("SELECT pg_backend_pid()").mapTo(long.class).one());
      Signals.send(victim, "KILL");
      await("reserved pool works", () -> works(jdbi));
      await("ordinary pool works", () -> works(database.ordinary()));
      assertThat(server.restarts()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tied", "untied"})
  void s03_theServerOfAKilledChorsuIsStoppedNotAdopted(String way) throws Exception {
    Process killed = childChorsu(way);
    long orphan;
    try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8)) {
      orphan = Long.parseLong(out.readLine());
      killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    try (PostgresServer server = PostgresServer.start(home, TestDatabase.cache())) {
      assertThat(server.pid()).isNotEqualTo(orphan);
      assertThat(ProcessHandle.of(orphan).map(Orphan::isRunning).orElse(false)).isFalse();
      assertThat(query(server, "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void s04_theDirectoryOfALivingChorsuInAnotherProcessIsRefused() throws Exception {
    Process other = childChorsu("tied");
    try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
      out.readLine();
      assertThatThrownBy(() -> PostgresServer.start(home, TestDatabase.cache()))
          .isInstanceOf(DatabaseFailure.class)
          .hasMessageContaining("in use by another Chorsu (process " + other.pid() + ")");
    } finally {
      other.destroy();
      assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void s05_aForeignProcessWithTheOldNumberIsLeftAlone() throws Exception {
    PostgresServer.start(home, TestDatabase.cache()).close();
    Process foreign = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          home.resolve("cluster/postmaster.pid"),
          foreign.pid() + "\n" + home.resolve("cluster") + "\n1\n5432\n\n127.0.0.1\n\nready\n");
      try (PostgresServer server = PostgresServer.start(home, TestDatabase.cache())) {
        assertThat(query(server, "SELECT 1")).isEqualTo("1");
      }
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroy();
    }
  }

  @Test
  void s06_aFullDiskIsNamedAndWhenThereIsRoomAgainNothingIsLost() throws Exception {
    Path disk = Files.createDirectories(home.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()))
        .as("needs the right to mount a small tmpfs")
        .isZero();
    try {
      Path data = disk.resolve("data");
      Path ballast = disk.resolve("ballast");
      try (PostgresServer server = PostgresServer.start(data, TestDatabase.cache());
          Database database = Database.open(server, new Database.Sizes(2, 2, 2))) {
        sql(server, "CREATE TABLE acknowledged (n int PRIMARY KEY, t text)");
        fill(ballast, 0);
        int stored = insertUntilRefused(database.ordinary());
        Files.delete(ballast);
        await("ready again", () -> server.isReady() && works(database.ordinary()));
        assertThat(query(server, "SELECT count(*) FROM acknowledged"))
            .isEqualTo(Integer.toString(stored));
      }
      fill(ballast, 0);
      assertThatThrownBy(() -> PostgresServer.start(data, TestDatabase.cache()).close())
          .isInstanceOfSatisfying(
              DatabaseFailure.class,
              e -> assertThat(e.reason()).isEqualTo(DatabaseFailure.Reason.DISK_FULL))
          .hasMessageContaining("nothing stored is lost");
      assertThatThrownBy(
              () -> PostgresServer.start(disk.resolve("new"), TestDatabase.cache()).close())
          .isInstanceOf(DatabaseFailure.class);
      Files.delete(ballast);
      PostgresServer.start(data, TestDatabase.cache()).close();
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  /// Rows of 4 kB that do not compress, each in a transaction of its own.
  private static int insertUntilRefused(Jdbi jdbi) {
    for (int n = 0; n < 100_000; n++) {
      int row = n;
      try {
        jdbi.useHandle(handle ->
            handle.execute(
                "INSERT INTO acknowledged SELECT ?, string_agg(md5(random()::text), '')"
                    + " FROM generate_series(1, 125)",
                row));
      } catch (JdbiException e) {
        return n;
      }
    }
    throw new AssertionError("The disk never got full");
  }

  private static void fill(Path ballast, int leaveBytes) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (var out = Files.newOutputStream(ballast)) {
      while (Files.getFileStore(ballast).getUsableSpace() > leaveBytes) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private Process childChorsu(String way) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildChorsu.class.getName(),
            home.toString(),
            way)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Another Chorsu: starts the server, stores a row, says the postmaster's number and waits.
  static final class ChildChorsu {
    private ChildChorsu() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
      Unprivileged way = Unprivileged.find();
      PostgresServer server =
          PostgresServer.start(
              Path.of(args[0]),
              TestDatabase.cache(),
              args[1].equals("untied") ? way.untied() : way);
      sql(server, "CREATE TABLE kept AS SELECT 7 AS n");
      System.out.println(server.pid());
      Thread.sleep(Duration.ofMinutes(2));
    }
  }

  private static boolean works(Jdbi jdbi) {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
    } catch (JdbiException e) {
      return false;
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " within 40 s").isLessThan(end);
      Pause.millis(20);
    }
  }
}
