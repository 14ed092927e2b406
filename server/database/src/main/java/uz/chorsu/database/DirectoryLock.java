package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.DISK_FULL;
import static uz.chorsu.database.DatabaseFailure.Reason.IN_USE;
import static uz.chorsu.database.DatabaseFailure.Reason.NOT_ALLOWED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Chorsu at a time in a directory. The operating system gives the lock back when its process
/// ends, however it ends; the file `lock` then stays and means nothing.
public final class DirectoryLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DirectoryLock.class);
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Makes the directory if it is missing.
  ///
  /// @param patience how long to wait for a holder that is just ending
  /// @throws DatabaseFailure naming the process that has the directory
  public static DirectoryLock take(Path directory, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return take(directory);
      } catch (DatabaseFailure e) {
        if (e.reason() != IN_USE || System.nanoTime() > end) {
          throw e;
        }
        Pause.millis(100);
      }
    }
  }

  /// Makes the directory if it is missing.
  ///
  /// @throws DatabaseFailure naming the process that has the directory
  public static DirectoryLock take(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      boolean ours = false;
      try {
        if (!locked(channel)) {
          throw inUse(directory, channel);
        }
        writeHolder(channel);
        ours = true;
        return new DirectoryLock(channel);
      } finally {
        if (!ours) {
          channel.close();
        }
      }
    } catch (IOException e) {
      boolean full = String.valueOf(e.getMessage()).contains("No space left");
      throw new DatabaseFailure(
          full ? DISK_FULL : NOT_ALLOWED,
          "The data directory " + directory + " cannot be written: " + e.getMessage(),
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      log.warn("The lock of the data directory was not given back: {}", e.getMessage());
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This very process holds it.
      return false;
    }
  }

  private static void writeHolder(FileChannel channel) throws IOException {
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static DatabaseFailure inUse(Path directory, FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(32);
    channel.read(holder, 0);
    String pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII);
    return new DatabaseFailure(
        IN_USE,
        "The data directory "
            + directory
            + " is in use by another Chorsu (process "
            + pid.strip()
            + "). Stop that one, or give this one a directory of its own with --data.");
  }
}
