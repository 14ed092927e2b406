package uz.chorsu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.chorsu.database.TestDatabase;

/// The life of one data directory: first start, stop, warm start, kill, and start again.
class RunTest {
  @TempDir Path directory;

  @Test
  void startsStopsRemembersAndSurvivesAKill() throws Exception {
    Path town = Files.writeString(directory.resolve("town.osm"), Rehearse.town());
    try (Running first = start("--city", town.toString())) {
      first.awaitReady();
      assertThat(first.stop()).isZero();
      assertThat(first.lines("Chorsu is ready at ")).containsExactly(first.readyLine());
      assertThat(first.output()).contains("Importing the city: 100 %");
    }
    assertThat(permissions("keys/desk.key")).isEqualTo("rw-------");
    Files.delete(town);

    long killedServer;
    try (Running second = start()) {
      second.awaitReady();
      assertThat(second.output()).doesNotContain("Importing", "Generating");
      killedServer = postmaster();
      second.kill();
    }
    try (Running third = start()) {
      third.awaitReady();
      assertThat(postmaster()).isNotEqualTo(killedServer);
      assertThat(third.stop()).isZero();
    }
    assertThat(data().resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(data().resolve("logs/chorsu.log.0")))
        .contains("Stopped")
        .doesNotContain("Exception");
  }

  @Test
  void worksOnTheCitysOwnServer() throws Exception {
    Path town = Files.writeString(directory.resolve("town.osm"), Rehearse.town());
    try (TestDatabase own = TestDatabase.create()) {
      String url = own.address().jdbcUrl();
      Map<String, String> login =
          Map.of(
              "PGUSER", String.valueOf(own.address().user()),
              "PGPASSWORD", String.valueOf(own.address().password()));
      try (Running running = start(login, "--city", town.toString(), "--database", url)) {
        running.awaitReady();
        assertThat(data().resolve("postgres")).doesNotExist();
        assertThat(running.stop()).isZero();
        assertThat(running.output()).doesNotContain(login.get("PGPASSWORD"));
      }
      int tables =
          own.database()
              .ordinary()
              .withHandle(handle ->
                  handle
                      .createQuery(
                          "SELECT count(*) FROM information_schema.tables"
                              + " WHERE table_schema = 'command'")
                      .mapTo(int.class)
                      .one());
      assertThat(tables).isGreaterThan(10);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private long postmaster() throws IOException {
    Path file = data().resolve("postgres/cluster/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve(file)));
  }

  private Running start(String... options) throws IOException {
    return start(Map.of(), options);
  }

  private Running start(Map<String, String> environment, String... options) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--empty",
                "--data",
                data().toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    Path output = Files.createTempFile(directory, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new Running(process, output, port);
  }

  private record Running(Process process, Path file, int port) implements AutoCloseable {
    String readyLine() {
      return "Chorsu is ready at http://127.0.0.1:" + port;
    }

    String output() throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }

    List<String> lines(String start) throws IOException {
      return Files.readAllLines(file).stream().filter(line -> line.startsWith(start)).toList();
    }

    void awaitReady() throws IOException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (lines(readyLine()).isEmpty()) {
        assertThat(process.isAlive()).as("it runs; it said: %s", output()).isTrue();
        assertThat(System.nanoTime()).as("ready in time; it said: %s", output()).isLessThan(end);
        Thread.sleep(50);
      }
    }

    /// As a service manager does.
    int stop() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("stopped within 10 s").isTrue();
      return process.exitValue();
    }

    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
