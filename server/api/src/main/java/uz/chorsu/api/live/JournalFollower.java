package uz.chorsu.api.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Follows the journal: one thread for all viewers. Woken by notifications, and it looks by itself
/// now and then in case one got lost.
final class JournalFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JournalFollower.class);
  private static final int BATCH = 200;
  private static final int BEFORE_START = 1_000;
  private static final Duration LOOK = Duration.ofMillis(500);

  /// Gets every change once, in order.
  @FunctionalInterface
  interface Sink {
    void accept(long seq, byte[] event);
  }

  private final LiveSource source;
  private final Sink sink;
  private final Semaphore news = new Semaphore(0);
  private final long startSeq;
  private long seq;
  private @Nullable Thread thread;
  private @Nullable AutoCloseable listener;
  private volatile boolean closing;

  /// Begins a little before now, so that viewers of a process that was just started again can go on
  /// where they were.
  JournalFollower(LiveSource source, Sink sink) {
    this.source = source;
    this.sink = sink;
    this.startSeq = Math.max(0, source.lastSeq() - BEFORE_START);
    this.seq = startSeq;
  }

  long startSeq() {
    return startSeq;
  }

  void start(LiveFeed.WakeUp wakeUp) {
    while (!follow()) {
      // Caught up before the first viewer comes.
    }
    listener = wakeUp.listen(news::release);
    thread = Thread.ofPlatform().daemon().name("live-journal").start(this::followAlways);
  }

  @Override
  public void close() {
    closing = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    AutoCloseable heard = listener;
    if (heard != null) {
      try {
        heard.close();
      } catch (Exception e) {
        log.warn("The listener did not stop in order", e);
      }
    }
  }

  private void followAlways() {
    boolean failing = false;
    while (!closing) {
      try {
        if (follow()) {
          news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
          news.drainPermits();
        }
        failing = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!failing && !closing) {
          log.warn("The journal cannot be followed just now: {}", e.getMessage());
        }
        failing = true;
        pause();
      }
    }
  }

  /// @return whether that was all for now
  private boolean follow() {
    List<Recorded> rows = source.changesAfter(seq, BATCH);
    if (rows.isEmpty()) {
      return true;
    }
    Set<IncidentId> incidentIds = new HashSet<>();
    Set<UnitId> unitIds = new HashSet<>();
    for (Recorded row : rows) {
      if (row.incidentId() != null) {
        incidentIds.add(row.incidentId());
      }
      if (row.unitId() != null) {
        unitIds.add(row.unitId());
      }
    }
    Map<IncidentId, ?> incidents = incidentIds.isEmpty() ? Map.of() : source.incidents(incidentIds);
    Map<UnitId, ?> units = unitIds.isEmpty() ? Map.of() : source.units(unitIds);
    for (Recorded row : rows) {
      Object incident = row.incidentId() == null ? null : incidents.get(row.incidentId());
      Object unit = row.unitId() == null ? null : units.get(row.unitId());
      sink.accept(row.seq(), Events.change(row, incident, unit == null ? null : List.of(unit)));
      seq = row.seq();
    }
    return rows.size() < BATCH;
  }

  private void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }
}
