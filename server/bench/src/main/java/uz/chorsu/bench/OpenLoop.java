package uz.chorsu.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// A load that comes at its own rate whether or not answers come back. Each time is measured from
/// the moment the request was due, so that waiting behind a slow answer counts (no coordinated
/// omission).
final class OpenLoop {
  private static final long LONGEST_MICROS = 120_000_000L;

  /// Requests under way at once, and so connections. One that waits for its turn is late, and its
  /// time says so.
  private static final int MOST_UNDER_WAY = 128;

  /// One request; throws or returns false if it failed.
  interface Request {
    boolean send(long number, long dueNanos) throws Exception;
  }

  private final String name;
  private final double perSecond;
  private final Request request;
  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
  private volatile String firstFailure = "";

  OpenLoop(String name, double perSecond, Request request) {
    this.name = name;
    this.perSecond = perSecond;
    this.request = request;
  }

  /// Sends for a whole phase and waits for the last answer.
  void run(Phase phase) {
    long start = System.nanoTime();
    long measuredFrom = start + phase.warmUpSeconds() * 1_000_000_000L;
    long count = Math.round(phase.seconds() * perSecond);
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = start + (long) (i * 1e9 / perSecond);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        long number = i;
        requests.execute(() -> one(number, due, due >= measuredFrom));
      }
    }
  }

  private void one(long number, long due, boolean counted) {
    boolean ok;
    underWay.acquireUninterruptibly();
    try {
      ok = request.send(number, due);
    } catch (Exception e) {
      ok = false;
      if (firstFailure.isEmpty()) {
        firstFailure = e.toString();
      }
    } finally {
      underWay.release();
    }
    if (!counted) {
      return;
    }
    if (ok) {
      done.incrementAndGet();
      micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1000));
    } else {
      failed.incrementAndGet();
    }
  }

  double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  long done() {
    return done.get();
  }

  long failed() {
    return failed.get();
  }

  /// One line for a person.
  String summary() {
    return String.format(
        "%s: %d answers, %d failed%s, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        name,
        done(),
        failed(),
        firstFailure.isEmpty() ? "" : " (first: " + firstFailure + ")",
        millisAt(50),
        millisAt(99),
        micros.getMaxValue() / 1000.0);
  }
}
