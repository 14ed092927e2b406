package uz.chorsu.api;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a few things again and again, such as writing the board. One that fails is tried again at
/// its next time; the others go on.
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final java.util.List<Thread> threads = new java.util.ArrayList<>();
  private volatile boolean closing;

  /// Work that may fail.
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  /// Does it now and then every so often, until the end.
  void every(Duration period, String name, Task task) {
    threads.add(Thread.ofVirtual().name(name).start(() -> repeat(period, name, task)));
  }

  @Override
  public void close() {
    closing = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void repeat(Duration period, String name, Task task) {
    while (!closing) {
      try {
        task.run();
        Thread.sleep(period);
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        if (closing || !pauseAfter(name, e, period)) {
          return;
        }
      }
    }
  }

  private static boolean pauseAfter(String name, Exception e, Duration period) {
    log.warn("{} did not work and is tried again: {}", name, e.toString());
    try {
      Thread.sleep(period);
      return true;
    } catch (InterruptedException interrupted) {
      return false;
    }
  }
}
