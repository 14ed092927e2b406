package uz.chorsu.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Signals of the operating system: Java's own [Process] knows only TERM and KILL, PostgreSQL tells
/// its ways to stop apart by INT and QUIT.
final class Signals {
  private Signals() {}

  /// A process that is gone already is no error.
  static void send(long pid, String signal) {
    try {
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + pid)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
