package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.DAMAGED;
import static uz.chorsu.database.DatabaseFailure.Reason.DISK_FULL;
import static uz.chorsu.database.DatabaseFailure.Reason.NOT_ALLOWED;
import static uz.chorsu.database.DatabaseFailure.Reason.OTHER_VERSION;
import static uz.chorsu.database.DatabaseFailure.Reason.START;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The files of the embedded server under one directory, its home:
///
/// - `cluster/`: PostgreSQL's own data directory,
/// - `admin-password`, `owner-password`: readable by the owner only,
/// - `port`: the port last used,
/// - `administrator.conf`: settings of the administrator, read last; never written by Chorsu,
/// - `lock`: held by the Chorsu that runs.
final class Cluster {
  static final String ADMIN = "postgres";
  static final String OWNER = "chorsu";
  static final String DATABASE = "chorsu";

  /// An empty cluster takes 40 MB and its write-ahead log as much again soon after.
  private static final long NEEDED_AT_FIRST_BYTES = 100_000_000;

  private final Path home;
  private final PostgresBinaries binaries;
  private final Unprivileged unprivileged;

  Cluster(Path home, PostgresBinaries binaries, Unprivileged unprivileged) {
    this.home = home;
    this.binaries = binaries;
    this.unprivileged = unprivileged;
  }

  Path directory() {
    return home.resolve("cluster");
  }

  /// Makes the cluster if there is none.
  ///
  /// @throws DatabaseFailure if there is one of another major version, which stays untouched
  void prepare() throws IOException {
    if (Files.exists(directory())) {
      checkVersion();
      if (!Files.exists(home.resolve("admin-password"))) {
        throw new DatabaseFailure(
            DAMAGED,
            "The file admin-password is missing in "
                + home
                + ". Put it back from a copy: without it the data beside it cannot be opened.");
      }
    } else {
      initialise();
    }
    if (unprivileged.owner() != null) {
      Trees.give(directory(), unprivileged.owner());
    }
  }

  private void checkVersion() throws IOException {
    Path file = directory().resolve("PG_VERSION");
    String written = Files.exists(file) ? Files.readString(file).strip() : "unknown";
    if (!written.equals(Integer.toString(binaries.major()))) {
      throw new DatabaseFailure(
          OTHER_VERSION,
          "The data in "
              + directory()
              + " was written by PostgreSQL "
              + written
              + "; this Chorsu carries PostgreSQL "
              + binaries.major()
              + ". Nothing was changed. Run the Chorsu that wrote it, or convert the data with"
              + " pg_upgrade.");
    }
  }

  private void initialise() throws IOException {
    long usable = Files.getFileStore(home).getUsableSpace();
    if (usable < NEEDED_AT_FIRST_BYTES) {
      throw diskFull(usable / 1_000_000 + " MB are free, 100 MB are needed to begin.");
    }
    Path half = home.resolve("cluster.unfinished");
    Trees.delete(half);
    Files.createDirectory(half);
    Path password = writeSecret("admin-password", secret());
    writeSecret("owner-password", secret());
    if (unprivileged.owner() != null) {
      Trees.give(half, unprivileged.owner());
      Trees.give(password, unprivileged.owner());
    }
    runInitdb(half, password);
    Files.move(half, directory(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void runInitdb(Path target, Path password) throws IOException {
    // The built-in C.UTF-8 needs no locale of the machine, so that indexes never depend on it.
    ProcessBuilder initdb =
        new ProcessBuilder(
            unprivileged.command(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
    Path output = home.resolve("initdb.log");
    environment(initdb);
    initdb.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = initdb.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new DatabaseFailure(START, "initdb did not end within five minutes; see " + output);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new DatabaseFailure(START, "Interrupted while initdb ran", e);
    }
    if (process.exitValue() != 0) {
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      throw failure("The data directory cannot be made", lines);
    }
    Files.delete(output);
  }

  /// Writes the settings anew at each start, so that they are those of this Chorsu.
  void configure(int port) throws IOException {
    write(
        directory().resolve("postgresql.conf"),
        """
        # Written by Chorsu at each start. Your own settings belong in administrator.conf
        # (in the directory above this one), which is read last.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 100
        password_encryption = 'scram-sha-256'

        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_compression = 'pglz'
        min_wal_size = '64MB'
        max_wal_size = '1GB'

        shared_buffers = '128MB'
        effective_cache_size = '1GB'
        work_mem = '8MB'
        maintenance_work_mem = '64MB'
        random_page_cost = 1.1
        jit = off

        # Messages may quote personal values; terse leaves those parts out, and statements too.
        log_destination = 'stderr'
        log_line_prefix = ''
        log_error_verbosity = 'terse'
        log_min_error_statement = 'panic'
        log_checkpoints = off
        log_timezone = 'UTC'
        timezone = 'UTC'
        lc_messages = 'C'

        include_if_exists '../administrator.conf'
        """
            .formatted(port));
    write(
        directory().resolve("pg_hba.conf"),
        """
        # Written by Chorsu at each start: this machine only, with a password.
        host all all 127.0.0.1/32 scram-sha-256
        """);
  }

  String adminPassword() throws IOException {
    return Files.readString(home.resolve("admin-password")).strip();
  }

  /// Made anew if it was lost: whoever has the administrator's can set it again.
  String ownerPassword() throws IOException {
    Path file = home.resolve("owner-password");
    if (!Files.exists(file)) {
      writeSecret("owner-password", secret());
    }
    return Files.readString(file).strip();
  }

  /// The sentence for what a server's last lines say.
  DatabaseFailure failure(String what, List<String> lines) {
    String all = String.join("\n", lines);
    if (all.contains("No space left on device")) {
      return diskFull("PostgreSQL cannot write.");
    }
    if (all.contains("Permission denied")) {
      String who = unprivileged.owner() == null ? "" : " (it runs as " + unprivileged.owner() + ")";
      return new DatabaseFailure(
          NOT_ALLOWED, what + ": PostgreSQL may not read or write " + home + who + ".");
    }
    List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
    return new DatabaseFailure(START, what + ". PostgreSQL says: " + String.join(" / ", last));
  }

  private DatabaseFailure diskFull(String detail) {
    return new DatabaseFailure(
        DISK_FULL,
        "The disk that holds "
            + home
            + " is full: "
            + detail
            + " Make room, then start again; nothing stored is lost.");
  }

  /// Settings of the person who started Chorsu must not reach the server.
  static void environment(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(key -> key.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
  }

  private void write(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    if (unprivileged.owner() != null) {
      Trees.give(fresh, unprivileged.owner());
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path writeSecret(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text + "\n", StandardOpenOption.SYNC);
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
