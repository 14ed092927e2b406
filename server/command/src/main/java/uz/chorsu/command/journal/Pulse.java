package uz.chorsu.command.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.database.Database;
import uz.chorsu.database.Listener;

/// Wakes those who follow the journal. Each has a thread of its own and looks for itself what is
/// new: soon after a commit by any process, and at least once in a while, so that a lost
/// notification delays it but never loses anything.
public final class Pulse implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  private final List<Beat> beats = new CopyOnWriteArrayList<>();
  private final Listener listener;
  private volatile boolean closing;

  public Pulse(Database database) {
    this.listener = database.listen(Journal.CHANNEL, payload -> wakeAll(), this::wakeAll);
  }

  /// Begins to run a task, at once and then again and again until [#close].
  ///
  /// @param atLeastEvery also when nothing is committed
  /// @param pause between two runs; under load one run serves many commits
  public void follow(String name, Duration atLeastEvery, Duration pause, Runnable task) {
    beats.add(new Beat(name, atLeastEvery, pause, task));
  }

  /// No task begins any more; waits up to 5 s for those that run.
  @Override
  public void close() {
    closing = true;
    listener.close();
    beats.forEach(beat -> beat.thread.interrupt());
    for (Beat beat : beats) {
      try {
        beat.thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void wakeAll() {
    beats.forEach(beat -> beat.news.release());
  }

  private final class Beat {
    private final String name;
    private final Duration atLeastEvery;
    private final Duration pause;
    private final Runnable task;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread;

    Beat(String name, Duration atLeastEvery, Duration pause, Runnable task) {
      this.name = name;
      this.atLeastEvery = atLeastEvery;
      this.pause = pause;
      this.task = task;
      this.thread = Thread.ofVirtual().name("follow-" + name).start(this::run);
    }

    private void run() {
      boolean failing = false;
      while (!closing) {
        try {
          boolean woken = news.tryAcquire(atLeastEvery.toMillis(), TimeUnit.MILLISECONDS);
          if (woken) {
            news.drainPermits();
          }
          task.run();
          failing = false;
          Thread.sleep(pause);
        } catch (InterruptedException e) {
          return;
        } catch (RuntimeException e) {
          // The database may be restarting; what was missed is found at the next run.
          if (!failing && !closing) {
            log.warn("Following the journal for {} failed and is tried again", name, e);
          }
          failing = true;
        }
      }
    }
  }
}
