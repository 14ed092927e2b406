package uz.chorsu.bench;

import java.io.IOException;
import java.util.NoSuchElementException;

/// The highest resident memory of a Chorsu while it is watched.
final class Peak {
  private static final long EVERY_MILLIS = 500;
  private final Thread watcher;
  private volatile long peakMiB;

  Peak(Chorsu chorsu) {
    watcher =
        Thread.ofPlatform()
            .daemon()
            .name("peak")
            .start(() -> {
              try {
                while (true) {
                  peakMiB = Math.max(peakMiB, chorsu.residentMiB());
                  Thread.sleep(EVERY_MILLIS);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (IOException | NoSuchElementException e) {
                // Chorsu has ended; what was seen stays.
              }
            });
  }

  /// @return MiB
  long stop() throws InterruptedException {
    watcher.interrupt();
    watcher.join();
    return peakMiB;
  }
}
