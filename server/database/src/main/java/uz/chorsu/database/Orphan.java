package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.IN_USE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Processes of PostgreSQL that a killed Chorsu left on our data directory. They are stopped, never
/// adopted: nobody knows with which settings they run. The caller holds the lock of the data
/// directory, so no living Chorsu has them.
final class Orphan {
  private static final Logger log = LoggerFactory.getLogger(Orphan.class);

  /// Signal, and how long it gets: smart, fast and immediate shutdown.
  private static final List<Step> STEPS =
      List.of(
          new Step("TERM", Duration.ofSeconds(2)),
          new Step("INT", Duration.ofSeconds(20)),
          new Step("QUIT", Duration.ofSeconds(5)),
          new Step("KILL", Duration.ofSeconds(5)));

  private record Step(String signal, Duration patience) {}

  private Orphan() {}

  /// After this call no process of PostgreSQL runs on the directory and no stale `postmaster.pid`
  /// is in the way.
  static void stop(Path cluster) {
    Path real;
    try {
      real = cluster.toRealPath();
    } catch (IOException e) {
      return;
    }
    Optional<PostmasterFile> file = PostmasterFile.read(real);
    if (file.isPresent()) {
      stopPostmaster(file.get().pid(), real);
    }
    List<ProcessHandle> rest = processesOf(real);
    if (!rest.isEmpty()) {
      // Children end by themselves when they notice that the postmaster is gone.
      awaitEnd(rest, Duration.ofSeconds(5));
      rest.stream().filter(ProcessHandle::isAlive).forEach(p -> Signals.send(p.pid(), "KILL"));
      awaitEnd(rest, Duration.ofSeconds(5));
    }
    try {
      Files.deleteIfExists(real.resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stopPostmaster(long pid, Path cluster) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty() || !isPostgresOf(pid, cluster)) {
      // The number went to another program after a crash or a reboot: not ours to touch.
      return;
    }
    log.warn("Stopping PostgreSQL (process {}) that an earlier Chorsu left behind", pid);
    for (Step step : STEPS) {
      Signals.send(pid, step.signal());
      if (awaitEnd(List.of(process.get()), step.patience())) {
        return;
      }
      log.warn("PostgreSQL (process {}) did not end on SIG{}", pid, step.signal());
    }
    throw new DatabaseFailure(
        IN_USE,
        "PostgreSQL (process " + pid + ") still runs on " + cluster + " and cannot be ended.");
  }

  /// Whether the process is a postmaster or a child of one on this directory: they all have it as
  /// their working directory.
  static boolean isPostgresOf(long pid, Path cluster) {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      if (!Files.readString(proc.resolve("comm")).strip().equals("postgres")) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    try {
      return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster);
    } catch (IOException e) {
      if (ProcessHandle.of(pid).isEmpty()) {
        return false;
      }
      throw new DatabaseFailure(
          IN_USE,
          "Process "
              + pid
              + " is a PostgreSQL of another user that may be using "
              + cluster
              + ". Stop it, then start Chorsu again.",
          e);
    }
  }

  private static List<ProcessHandle> processesOf(Path cluster) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(p -> readablyOf(p.pid(), cluster)).toList();
    }
  }

  private static boolean readablyOf(long pid, Path cluster) {
    try {
      return isPostgresOf(pid, cluster);
    } catch (DatabaseFailure e) {
      return false;
    }
  }

  private static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (processes.stream().anyMatch(Orphan::isRunning)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.millis(20);
    }
    return true;
  }

  /// A zombie has ended, even if its parent has not asked for its result.
  static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return process.isAlive();
    }
  }
}
