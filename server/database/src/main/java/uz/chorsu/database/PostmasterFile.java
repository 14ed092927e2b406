package uz.chorsu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a running server writes into `postmaster.pid` (PostgreSQL: `src/include/utils/pidfile.h`).
///
/// @param pid process id of the postmaster
/// @param ready whether it says that it takes connections
record PostmasterFile(long pid, boolean ready) {
  static final String NAME = "postmaster.pid";
  private static final int STATUS_LINE = 7;

  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(NAME));
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      // A negative number marks a standalone backend.
      long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
      boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
      return Optional.of(new PostmasterFile(pid, ready));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
