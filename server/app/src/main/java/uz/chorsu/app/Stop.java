package uz.chorsu.app;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.database.DirectoryLock;

/// What happens when the JVM is told to end: an orderly stop within a time limit.
final class Stop implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Stop.class);
  private static final long LIMIT_SECONDS = 9;

  private final DirectoryLock lock;
  private volatile @Nullable Chorsu chorsu;

  Stop(DirectoryLock lock) {
    this.lock = lock;
  }

  void owns(Chorsu started) {
    chorsu = started;
  }

  @Override
  public void run() {
    Chorsu now = chorsu;
    if (now == null) {
      // The start failed or was cut short; parts that run are tied to this process.
      return;
    }
    log.info("Stopping");
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            TimeUnit.SECONDS.sleep(LIMIT_SECONDS);
          } catch (InterruptedException e) {
            return;
          }
          log.error("The stop took longer than {} s and is cut short", LIMIT_SECONDS);
          Runtime.getRuntime().halt(1);
        });
    now.close();
    lock.close();
    log.info("Stopped");
    // An orderly stop on request is a success, whatever signal asked for it.
    Runtime.getRuntime().halt(0);
  }
}
