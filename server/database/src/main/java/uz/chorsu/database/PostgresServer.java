package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.PORT_TAKEN;
import static uz.chorsu.database.DatabaseFailure.Reason.START;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded PostgreSQL: started, watched, restarted when it dies, and stopped. One thread
/// starts the server and waits for its end; the kernel ties the server's life to that thread.
public final class PostgresServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);
  private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(200);

  /// Recovery after a crash replays the write-ahead log, which may take minutes on a slow disk.
  private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(10);

  private static final int ATTEMPTS_AT_A_PORT = 5;

  private final Path home;
  private final DirectoryLock lock;
  private final Cluster cluster;
  private final Unprivileged unprivileged;
  private final PostgresBinaries binaries;
  private final Ports ports;
  private final Thread watch;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

  private volatile boolean closing;
  private volatile boolean ready;
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile @Nullable Process process;
  private volatile @Nullable DatabaseAddress address;

  private PostgresServer(
      Path home, DirectoryLock lock, PostgresBinaries binaries, Unprivileged unprivileged) {
    this.home = home;
    this.lock = lock;
    this.binaries = binaries;
    this.unprivileged = unprivileged;
    this.cluster = new Cluster(home, binaries, unprivileged);
    this.ports = new Ports(home.resolve("port"));
    this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
  }

  /// Starts the server on `home` (made if missing) and returns when it takes connections.
  ///
  /// @param binariesCache where the programs are unpacked once, such as a directory beside `home`
  /// @throws DatabaseFailure saying what is in the way; nothing stored is changed then
  public static PostgresServer start(Path home, Path binariesCache) {
    return start(home, binariesCache, Unprivileged.find());
  }

  static PostgresServer start(Path home, Path binariesCache, Unprivileged unprivileged) {
    DirectoryLock lock = DirectoryLock.take(home);
    PostgresServer server;
    try {
      PostgresBinaries binaries = PostgresBinaries.unpack(binariesCache);
      server = new PostgresServer(home.toAbsolutePath(), lock, binaries, unprivileged);
    } catch (DatabaseFailure e) {
      lock.close();
      throw e;
    }
    server.watch.start();
    try {
      server.firstReady.join();
    } catch (CompletionException e) {
      server.close();
      if (e.getCause() instanceof DatabaseFailure failure) {
        throw failure;
      }
      throw new DatabaseFailure(START, "PostgreSQL cannot be started: " + e.getCause(), e);
    }
    return server;
  }

  /// The database and the role that owns it. The port can change when the server is restarted, so
  /// ask again rather than keep it.
  public DatabaseAddress address() {
    DatabaseAddress now = address;
    if (now == null) {
      throw new DatabaseFailure(START, "PostgreSQL has not started yet");
    }
    return now;
  }

  /// Whether the server takes connections, as far as its supervisor knows.
  public boolean isReady() {
    Process now = process;
    return ready && now != null && now.isAlive();
  }

  /// How often the server died and was started again.
  public int restarts() {
    return restarts.get();
  }

  /// The process id of the postmaster.
  public long pid() {
    Process now = process;
    return now == null ? -1 : now.pid();
  }

  /// Fast shutdown, then the harder ways. Returns when the server has ended.
  @Override
  public void close() {
    closing = true;
    Process now = process;
    if (now != null && now.isAlive()) {
      stop(now);
    }
    watch.interrupt();
    try {
      watch.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.close();
  }

  /// As the administrator of the server, for tests and for making databases.
  DatabaseAddress adminAddress(String database) {
    try {
      return DatabaseAddress.loopback(
          ports.current(), database, Cluster.ADMIN, cluster.adminPassword());
    } catch (IOException e) {
      throw new DatabaseFailure(START, "The administrator's password cannot be read", e);
    }
  }

  private void watch() {
    Duration backoff = SHORTEST_BACKOFF;
    while (!closing) {
      try {
        Process started = launch();
        backoff = SHORTEST_BACKOFF;
        firstReady.complete(null);
        int exit = started.waitFor();
        ready = false;
        if (!closing) {
          restarts.incrementAndGet();
          log.error("PostgreSQL ended by itself (exit value {}); starting it again", exit);
        }
      } catch (InterruptedException e) {
        // close() woke this thread; the loop ends.
      } catch (DatabaseFailure | IOException e) {
        ready = false;
        if (firstReady.completeExceptionally(e)) {
          return;
        }
        log.error("{} Next attempt in {} ms.", e.getMessage(), backoff.toMillis());
        Pause.millis(backoff.toMillis());
        backoff = backoff.multipliedBy(2);
        backoff = backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
      } catch (RuntimeException e) {
        ready = false;
        if (firstReady.completeExceptionally(e)) {
          return;
        }
        log.error("The supervisor of PostgreSQL failed; next attempt in 1 s", e);
        Pause.millis(1_000);
      }
    }
    Process last = process;
    if (last != null && last.isAlive()) {
      stop(last);
    }
  }

  private Process launch() throws IOException, InterruptedException {
    cluster.prepare();
    Orphan.stop(cluster.directory());
    for (int attempt = 1; ; attempt++) {
      int port = ports.choose();
      cluster.configure(port);
      ServerLog messages = new ServerLog();
      Process started = startProcess(messages);
      process = started;
      if (awaitReady(started)) {
        ports.keep(port);
        address =
            DatabaseAddress.loopback(
                port, Cluster.DATABASE, Cluster.OWNER, cluster.ownerPassword());
        OwnerSetup.run(adminAddress("postgres"), address());
        ready = true;
        return started;
      }
      String said = String.join("\n", messages.lastLines());
      boolean portTaken = said.contains("Address already in use");
      if (attempt == ATTEMPTS_AT_A_PORT && portTaken) {
        throw new DatabaseFailure(
            PORT_TAKEN, "PostgreSQL found no free port on 127.0.0.1 in " + attempt + " attempts.");
      }
      if (!portTaken || closing) {
        throw cluster.failure("PostgreSQL ended while it was starting", messages.lastLines());
      }
      ports.avoid(port);
    }
  }

  private Process startProcess(ServerLog messages) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            unprivileged.command(
                binaries.program("postgres"), "-D", cluster.directory().toString()));
    Cluster.environment(builder);
    Process started = builder.directory(home.toFile()).redirectErrorStream(true).start();
    Thread.ofPlatform()
        .daemon()
        .name("postgres-log")
        .start(() -> messages.follow(started.getInputStream()));
    return started;
  }

  /// @return false if the server ended instead
  private boolean awaitReady(Process started) throws InterruptedException {
    long begin = System.nanoTime();
    long nextWord = TimeUnit.SECONDS.toNanos(5);
    while (!closing) {
      boolean says =
          PostmasterFile.read(cluster.directory())
              .filter(file -> file.pid() == started.pid())
              .map(PostmasterFile::ready)
              .orElse(false);
      if (says) {
        return true;
      }
      if (started.waitFor(20, TimeUnit.MILLISECONDS)) {
        // The last words may still be on their way through the pipe.
        Thread.sleep(100);
        return false;
      }
      long waited = System.nanoTime() - begin;
      if (waited > RECOVERY_PATIENCE.toNanos()) {
        stop(started);
        return false;
      }
      if (waited > nextWord) {
        log.info("PostgreSQL is recovering, {} s so far", TimeUnit.NANOSECONDS.toSeconds(waited));
        nextWord += TimeUnit.SECONDS.toNanos(5);
      }
    }
    return false;
  }

  private static void stop(Process server) {
    String[] signals = {"INT", "QUIT", "KILL"};
    int[] patienceSeconds = {6, 3, 3};
    for (int i = 0; i < signals.length && server.isAlive(); i++) {
      Signals.send(server.pid(), signals[i]);
      try {
        if (server.waitFor(patienceSeconds[i], TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        // Whoever is in a hurry still gets a server that is down, but by the short way.
        Signals.send(server.pid(), "QUIT");
        Thread.currentThread().interrupt();
        return;
      }
      log.warn("PostgreSQL did not end on SIG{} within {} s", signals[i], patienceSeconds[i]);
    }
  }
}
