package uz.chorsu.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the simulated people and crews alive beside Chorsu. Their death never harms Chorsu: they
/// are started again, more and more slowly.
final class LivingCity implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LivingCity.class);
  private static final int HEAP_MIB = 256;
  private static final long SHORTEST_PAUSE_SECONDS = 1;
  private static final long LONGEST_PAUSE_SECONDS = 60;
  private static final long HEALTHY_SECONDS = 60;

  private final Programs programs;
  private final List<String> arguments;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Child child;

  /// @param speed simulated seconds in one real second
  LivingCity(Programs programs, String url, long seed, double speed) {
    this.programs = programs;
    this.arguments =
        List.of(
            "live", "--url", url, "--seed", Long.toString(seed), "--speed", Double.toString(speed));
    this.thread = Thread.ofPlatform().daemon().name("living-city").start(this::run);
  }

  @Override
  public void close() {
    closing.countDown();
    Child now = child;
    if (now != null) {
      now.stop();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(4));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long pauseSeconds = SHORTEST_PAUSE_SECONDS;
    try {
      while (closing.getCount() > 0) {
        long begin = System.nanoTime();
        Child now =
            Child.start(
                "sim",
                programs.java("sim", "uz.chorsu.sim.Sim", HEAP_MIB, new ArrayList<>(arguments)),
                programs.home(),
                line -> log.info("{}", line));
        child = now;
        if (closing.getCount() == 0) {
          now.stop();
        }
        int value = now.await();
        if (closing.getCount() == 0) {
          return;
        }
        boolean healthy = System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(HEALTHY_SECONDS);
        pauseSeconds = healthy ? SHORTEST_PAUSE_SECONDS : pauseSeconds;
        log.warn(
            "The simulated city ended (exit value {}); it lives again in {} s. {}",
            value,
            pauseSeconds,
            now.lastWords());
        if (closing.await(pauseSeconds, TimeUnit.SECONDS)) {
          return;
        }
        pauseSeconds = Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("There is no simulated city: {}", e.getMessage());
    }
  }
}
