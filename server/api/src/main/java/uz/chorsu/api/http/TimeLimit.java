package uz.chorsu.api.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Interrupts work that takes too long. On a virtual thread an interrupt also ends a wait for a
/// socket, such as one of the database.
final class TimeLimit implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock;

  TimeLimit() {
    clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("api-time-limits").factory());
    clock.setRemoveOnCancelPolicy(true);
  }

  /// @throws Problem as given, if the work was not done in time
  <T> T run(Duration limit, Problem tooSlow, Callable<T> work) throws Exception {
    Guard guard = new Guard(Thread.currentThread());
    ScheduledFuture<?> alarm = clock.schedule(guard::fire, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.call();
    } catch (Exception e) {
      throw guard.end() ? tooSlow : e;
    } finally {
      alarm.cancel(false);
      guard.end();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /// Sees to it that an interrupt never hits what the thread does after the work.
  private static final class Guard {
    private final Thread worker;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean fired;
    private boolean ended;

    Guard(Thread worker) {
      this.worker = worker;
    }

    void fire() {
      lock.lock();
      try {
        if (!ended) {
          fired = true;
          worker.interrupt();
        }
      } finally {
        lock.unlock();
      }
    }

    /// @return whether the limit was reached before the end
    boolean end() {
      lock.lock();
      try {
        if (!ended && fired) {
          Thread.interrupted();
        }
        ended = true;
        return fired;
      } finally {
        lock.unlock();
      }
    }
  }
}
