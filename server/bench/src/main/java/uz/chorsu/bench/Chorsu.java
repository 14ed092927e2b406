package uz.chorsu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One running Chorsu, started through its own launcher as an administrator would.
final class Chorsu implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path home;
  private final Path data;
  private final int port;
  private final List<String> options;
  private Process process;
  private CountDownLatch ready = new CountDownLatch(1);
  private double readySeconds;

  private Chorsu(Path home, Path data, int port, List<String> options) throws IOException {
    this.home = home;
    this.data = data;
    this.port = port;
    this.options = options;
    this.process = launch();
  }

  /// The checkout that this program belongs to: `CHORSU_HOME`, set by the launcher.
  static Path home() {
    String home = System.getenv("CHORSU_HOME");
    return Path.of(home == null ? "." : home).toAbsolutePath().normalize();
  }

  /// Starts and waits for the ready line.
  ///
  /// @param options as for `./chorsu run`, without `--data` and `--port`
  static Chorsu start(Path data, List<String> options) throws IOException, InterruptedException {
    Chorsu chorsu = new Chorsu(home(), data, freePort(), options);
    chorsu.awaitReady();
    return chorsu;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("chorsu").toString());
    command.addAll(List.of("run", "--data", data.toString(), "--port", String.valueOf(port)));
    command.addAll(options);
    CountDownLatch latch = new CountDownLatch(1);
    ready = latch;
    long started = System.nanoTime();
    Process child =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    Path log = data.resolveSibling(data.getFileName() + ".out");
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
              var writer = Files.newBufferedWriter(log)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
              writer.write(line);
              writer.newLine();
              writer.flush();
              if (line.startsWith("Chorsu is ready at ")) {
                readySeconds = (System.nanoTime() - started) / 1e9;
                latch.countDown();
              }
            }
          } catch (IOException e) {
            // The child has ended; whoever waits for it sees that.
            latch.countDown();
          }
        });
    return child;
  }

  private void awaitReady() throws InterruptedException {
    long until = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready.await(200, TimeUnit.MILLISECONDS)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        close();
        throw new IllegalStateException(
            "Chorsu did not become ready; see " + data.resolveSibling(data.getFileName() + ".out"));
      }
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// From the start of the launcher to the ready line.
  double readySeconds() {
    return readySeconds;
  }

  /// Ends Chorsu as `systemctl stop` would, and starts it again on the same data.
  void restart() throws IOException, InterruptedException {
    stop();
    process = launch();
    awaitReady();
  }

  /// Kills the Java process with SIGKILL. Whether it comes back is the launcher's affair.
  void kill() {
    jvm().ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Kills PostgreSQL's first process with SIGKILL.
  ///
  /// @return whether there was one
  boolean killPostgres() throws IOException {
    try (Stream<Path> files = Files.walk(data, 4)) {
      for (Path file : files.filter(f -> f.endsWith("postmaster.pid")).toList()) {
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
      }
    }
    return false;
  }

  /// Resident memory of Chorsu itself, without PostgreSQL.
  long residentMiB() throws IOException {
    ProcessHandle handle = jvm().orElseThrow();
    for (String line : Files.readAllLines(Path.of("/proc/" + handle.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS in /proc");
  }

  /// The Java process, whether the launcher became it or watches over it.
  private java.util.Optional<ProcessHandle> jvm() {
    return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
        .filter(handle ->
            handle.info().command().map(command -> command.endsWith("/java")).orElse(false)
                && commandLine(handle).contains("uz.chorsu.app.Main"))
        .findFirst();
  }

  private static String commandLine(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private void stop() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
