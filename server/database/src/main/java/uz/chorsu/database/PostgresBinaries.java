package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.BINARIES;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once from the class path into a directory of their version.
///
/// @param home holds `bin`, `lib` and `share`
/// @param version such as `18.6.0`
record PostgresBinaries(Path home, String version) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /// Unpacks if this version is not there yet. The directory appears by one rename, so that a
  /// killed or a second process never leaves or sees half of it.
  static PostgresBinaries unpack(Path cache) {
    String version = bundledVersion();
    Path home = cache.resolve("postgresql-" + version).toAbsolutePath();
    if (Files.isDirectory(home)) {
      return new PostgresBinaries(home, version);
    }
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new DatabaseFailure(
            BINARIES,
            "Chorsu carries PostgreSQL for Linux on x86-64 only. On this machine name a server of"
                + " your own with --database.");
      }
      Files.createDirectories(cache);
      Path half = Files.createTempDirectory(cache, "unpacking-");
      try {
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(archive, half);
        Files.move(half, home);
      } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
        Trees.delete(half);
      } catch (IOException e) {
        Trees.delete(half);
        if (!Files.isDirectory(home)) {
          throw e;
        }
      }
    } catch (IOException e) {
      throw new DatabaseFailure(
          BINARIES, "PostgreSQL cannot be unpacked into " + cache + ": " + e.getMessage(), e);
    }
    return new PostgresBinaries(home, version);
  }

  int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String bundledVersion() {
    Properties properties = new Properties();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new DatabaseFailure(BINARIES, "postgres.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          boolean runs = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
