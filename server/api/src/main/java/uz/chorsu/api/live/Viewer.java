package uz.chorsu.api.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import uz.chorsu.api.http.EventStream;

/// One reader of the feed: a bounded queue and the thread of its request, which empties it. Who is
/// too slow is dropped; nobody waits for it.
final class Viewer {
  private static final int MOST_EVENTS = 2_000;
  private static final long MOST_BYTES = 8L << 20;
  private static final int EVENTS_AT_ONCE = 200;
  private static final long NOT_WRITING = Long.MAX_VALUE;

  private final String id;
  private final EventStream stream;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<byte[]> queue = new ArrayDeque<>();
  private long queuedBytes;
  private boolean ended;
  private volatile Window window;
  private volatile long writingSinceNanos = NOT_WRITING;

  Viewer(String id, EventStream stream, Window window) {
    this.id = id;
    this.stream = stream;
    this.window = window;
  }

  String id() {
    return id;
  }

  Window window() {
    return window;
  }

  void move(Window to) {
    window = to;
  }

  /// Puts an event in the queue.
  ///
  /// @return false if the queue is full: the viewer is too slow and is to be dropped
  boolean offer(byte[] event) {
    lock.lock();
    try {
      if (ended) {
        return true;
      }
      if (queue.size() >= MOST_EVENTS || queuedBytes + event.length > MOST_BYTES) {
        return false;
      }
      queue.addLast(event);
      queuedBytes += event.length;
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Writes what comes until the other side goes away or the viewer is ended.
  ///
  /// @param first what to write before anything of the queue
  void run(List<byte[]> first) throws IOException, InterruptedException {
    for (int from = 0; from < first.size(); from += EVENTS_AT_ONCE) {
      write(first.subList(from, Math.min(first.size(), from + EVENTS_AT_ONCE)));
    }
    for (List<byte[]> next = take(); !next.isEmpty(); next = take()) {
      write(next);
    }
  }

  /// Whether one write has been waiting longer than that for the network.
  boolean hasWaited(long nanos, long nowNanos) {
    long since = writingSinceNanos;
    return since != NOT_WRITING && nowNanos - since > nanos;
  }

  /// Ends the viewer from outside and frees its thread, even one that waits in a write.
  void breakOff() {
    end();
    stream.breakOff();
  }

  /// Lets the viewer's thread finish.
  void end() {
    lock.lock();
    try {
      ended = true;
      queue.clear();
      queuedBytes = 0;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void write(List<byte[]> events) throws IOException {
    writingSinceNanos = System.nanoTime();
    try {
      stream.write(events);
    } finally {
      writingSinceNanos = NOT_WRITING;
    }
  }

  private List<byte[]> take() throws InterruptedException {
    lock.lock();
    try {
      while (queue.isEmpty() && !ended) {
        // Pings come every 10 s; the limit only guards against a feed that has died.
        if (!arrived.await(60, TimeUnit.SECONDS)) {
          return List.of();
        }
      }
      List<byte[]> taken = new ArrayList<>();
      while (!queue.isEmpty() && taken.size() < EVENTS_AT_ONCE) {
        byte[] event = queue.removeFirst();
        queuedBytes -= event.length;
        taken.add(event);
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
