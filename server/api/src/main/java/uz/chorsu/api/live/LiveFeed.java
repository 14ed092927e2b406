package uz.chorsu.api.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.api.http.EventStream;
import uz.chorsu.api.http.Meters;
import uz.chorsu.api.http.Problem;
import uz.chorsu.api.live.LiveSource.Seen;
import uz.chorsu.command.figures.Figures;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// Gives every viewer the changes of the journal in the order of commits and, once a second, the
/// positions in its window. Every event is written once and shared by all viewers.
public final class LiveFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
  private static final int MOST_VIEWERS = 1_000;
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(8);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final int BEATS_PER_PING = 10;
  private static final int BEATS_PER_FIGURES = 2;

  private final LiveSource source;
  private final InstantSource clock;
  private final JournalFollower follower;
  private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
  // Guards the backlog together with joining, so that no change is missed or doubled between.
  private final ReentrantLock publishing = new ReentrantLock();
  private final Backlog backlog;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong positionsSent = new AtomicLong();
  private final Map<UnitId, GeoPoint> lastShown = new HashMap<>();
  private final Thread beat;
  private long positionMark;
  private @Nullable Figures lastFigures;
  private byte @Nullable [] figuresEvent;
  private volatile boolean closing;

  /// @param start begins to call back when there may be something new in the journal
  public LiveFeed(LiveSource source, Meters meters, InstantSource clock, WakeUp start) {
    this.source = source;
    this.clock = clock;
    this.follower = new JournalFollower(source, this::publish);
    this.backlog = new Backlog(follower.startSeq());
    this.positionMark = source.positionMark();
    meters.gauge("chorsu_live_viewers", "Open readers of the live feed", viewers::size);
    meters.gauge("chorsu_live_dropped", "Readers dropped because they were too slow", dropped::get);
    meters.gauge(
        "chorsu_live_positions", "Positions put into frames since the start", positionsSent::get);
    follower.start(start);
    this.beat = Thread.ofPlatform().daemon().name("live-beat").start(this::beatAlways);
  }

  /// How the follower hears of news without asking all the time.
  @FunctionalInterface
  public interface WakeUp {
    /// @param news to be called when there may be something new
    /// @return to be closed at the end
    AutoCloseable listen(Runnable news);
  }

  /// Serves one viewer until it goes away.
  ///
  /// @param after the last `seq` that it has; empty to begin now
  /// @throws Problem 429 if there are too many viewers
  public void serve(EventStream stream, Optional<Long> after, Window window)
      throws IOException, InterruptedException {
    if (viewers.size() >= MOST_VIEWERS) {
      throw Problem.slowDown(10, "There are too many viewers");
    }
    Viewer viewer = new Viewer(UUID.randomUUID().toString(), stream, window);
    try {
      stream.open();
      viewer.run(join(viewer, after));
    } finally {
      viewers.remove(viewer.id());
      viewer.end();
    }
  }

  /// Moves a viewer's window; it gets the positions there at once.
  ///
  /// @throws NotFound if there is no such viewer in this process
  public void move(String viewerId, Window window) {
    Viewer viewer = viewers.get(viewerId);
    if (viewer == null) {
      throw new NotFound("viewer", viewerId);
    }
    viewer.move(window);
    PositionFrame all = new PositionFrame(clock.instant());
    source.movedSince(0).forEach(held -> all.add(held, null));
    all.forWindow(window).ifPresent(event -> give(viewer, event));
  }

  /// The newest change that viewers have been told.
  public long lastSeq() {
    publishing.lock();
    try {
      return backlog.last();
    } finally {
      publishing.unlock();
    }
  }

  int viewerCount() {
    return viewers.size();
  }

  long droppedCount() {
    return dropped.get();
  }

  @Override
  public void close() {
    closing = true;
    follower.close();
    beat.interrupt();
    List.copyOf(viewers.values()).forEach(Viewer::breakOff);
  }

  private List<byte[]> join(Viewer viewer, Optional<Long> after) {
    publishing.lock();
    try {
      List<byte[]> first = new ArrayList<>();
      List<byte[]> missed = after.flatMap(backlog::after).orElse(List.of());
      boolean known = after.isPresent() && backlog.after(after.get()).isPresent();
      if (after.isPresent() && !known) {
        first.add(Events.reset("the position " + after.get() + " is too old or unknown"));
      }
      first.add(Events.hello(viewer.id(), known ? after.get() : backlog.last()));
      first.addAll(missed);
      byte[] figures = figuresEvent;
      if (figures != null) {
        first.add(figures);
      }
      viewers.put(viewer.id(), viewer);
      return first;
    } finally {
      publishing.unlock();
    }
  }

  private void publish(long seq, byte[] event) {
    publishing.lock();
    try {
      backlog.add(seq, event);
      giveAll(event);
    } finally {
      publishing.unlock();
    }
  }

  private void giveAll(byte[] event) {
    viewers.values().forEach(viewer -> give(viewer, event));
  }

  private void give(Viewer viewer, byte[] event) {
    if (!viewer.offer(event)) {
      drop(viewer);
    }
  }

  private void drop(Viewer viewer) {
    if (viewers.remove(viewer.id()) != null) {
      dropped.incrementAndGet();
      viewer.breakOff();
    }
  }

  private void beatAlways() {
    long next = System.nanoTime();
    for (long count = 0; !closing; count++) {
      try {
        next += BEAT.toNanos();
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        beat(count);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The database may be away; the next beat comes in a second.
        log.warn("The live feed missed a beat: {}", e.getClass().getSimpleName());
      }
    }
  }

  private void beat(long count) {
    Instant now = clock.instant();
    dropStuck();
    sendPositions(now);
    if (count % BEATS_PER_PING == 0) {
      giveAll(Events.ping(now));
    }
    if (count % BEATS_PER_FIGURES == 0 && !viewers.isEmpty()) {
      sendFigures();
    }
  }

  private void dropStuck() {
    long now = System.nanoTime();
    for (Viewer viewer : viewers.values()) {
      if (viewer.hasWaited(LONGEST_WRITE.toNanos(), now)) {
        drop(viewer);
      }
    }
  }

  private void sendPositions(Instant now) {
    long mark = source.positionMark();
    List<Seen> moved = source.movedSince(positionMark);
    positionMark = mark;
    PositionFrame frame = new PositionFrame(now);
    for (Seen held : moved) {
      frame.add(held, lastShown.put(held.unit(), held.point()));
    }
    if (frame.isEmpty()) {
      return;
    }
    positionsSent.addAndGet(moved.size());
    for (Viewer viewer : viewers.values()) {
      frame.forWindow(viewer.window()).ifPresent(event -> give(viewer, event));
    }
  }

  private void sendFigures() {
    Figures figures = source.figures();
    Figures before = lastFigures;
    if (before != null && figures.saysTheSameAs(before)) {
      return;
    }
    lastFigures = figures;
    byte[] event = Events.figures(figures);
    figuresEvent = event;
    giveAll(event);
  }
}
