package uz.chorsu.roads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.osm.OsmFile;

/// Reads an OpenStreetMap file into a folder of its own, `<cache>/<sha256 of the file>/`: road
/// network, search index and `city.json`. The folder is made under another name and moved into
/// place when it is whole and on the disk, so whoever is killed half-way leaves no city or a whole
/// one.
public final class CityImport {
  /// Raised whenever the files in a city folder change their meaning; older folders are then made
  /// anew.
  public static final int FORMAT_VERSION = 1;

  private static final String UNFINISHED = ".importing-";

  /// One import at a time in this process; the file lock keeps other processes out.
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path cacheDir;

  /// @param cacheDir made if missing; holds one folder per city
  public CityImport(Path cacheDir) {
    this.cacheDir = cacheDir.toAbsolutePath();
  }

  /// Imports the file, or answers at once if the same bytes were imported before.
  ///
  /// @param osmFile `.osm.pbf`, `.osm` or `.osm.gz`, told apart by content, sorted or not
  /// @return the city's folder, for {@link Roads#open}
  /// @throws uz.chorsu.model.Refused saying what is wrong with the file and where; nothing is left
  ///   behind then
  public Path importFile(Path osmFile, ImportProgress progress) {
    OsmFile file = OsmFile.at(osmFile);
    progress.step("Checking the file", 0);
    String sha256 = sha256(file);
    Path target = cacheDir.resolve(sha256);
    synchronized (ONE_AT_A_TIME) {
      if (new CityFolder(target).find().isEmpty()) {
        importLocked(file, sha256, target, progress);
      }
    }
    progress.step("Done", 1);
    return target;
  }

  /// The folder of these very bytes, if they were imported before.
  public Optional<Path> findImported(Path osmFile) {
    Path target = cacheDir.resolve(sha256(OsmFile.at(osmFile)));
    return new CityFolder(target).find().map(_ -> target);
  }

  private void importLocked(OsmFile file, String sha256, Path target, ImportProgress progress) {
    try {
      Files.createDirectories(cacheDir);
      try (var lockFile =
              FileChannel.open(
                  cacheDir.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = lockFile.lock()) {
        assert lock.isValid();
        deleteUnfinished();
        if (new CityFolder(target).find().isEmpty()) {
          Path unfinished = cacheDir.resolve(UNFINISHED + sha256);
          try {
            Files.createDirectories(unfinished);
            new CityBuild(file, sha256, new CityFolder(unfinished), progress).run();
            putInPlace(unfinished, target);
          } finally {
            CityFolder.deleteTree(unfinished);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Importing " + file.path() + " failed", e);
    }
  }

  /// What a killed import left behind, and folders of an older format on their way out.
  private void deleteUnfinished() throws IOException {
    try (var entries = Files.list(cacheDir)) {
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
          .forEach(CityFolder::deleteTree);
    }
  }

  private void putInPlace(Path unfinished, Path target) throws IOException {
    new CityFolder(unfinished).force();
    if (Files.exists(target)) {
      Files.move(target, cacheDir.resolve(UNFINISHED + "old-" + target.getFileName()));
    }
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("The data folder must lie on a file system with atomic renames", e);
    }
    CityFolder.forceOne(cacheDir);
    deleteUnfinished();
  }

  private static String sha256(OsmFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Refused(
          "city file " + file.path().getFileName(),
          "readable, but reading it failed: " + e.getMessage(),
          null);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
