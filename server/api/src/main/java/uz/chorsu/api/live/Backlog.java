package uz.chorsu.api.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The last changes as they were written, for readers that come back after a lost connection. Not
/// safe for many threads: its owner guards it.
final class Backlog {
  private static final int MOST_CHANGES = 8_000;
  private static final long MOST_BYTES = 24L << 20;

  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  private record Kept(long seq, byte[] event) {}

  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;
  private long from;
  private long last;

  /// @param from everything after this `seq` will be kept
  Backlog(long from) {
    this.from = from;
    this.last = from;
  }

  void add(long seq, byte[] event) {
    kept.addLast(new Kept(seq, event));
    bytes += event.length;
    last = seq;
    while (kept.size() > MOST_CHANGES || bytes > MOST_BYTES) {
      Kept oldest = kept.removeFirst();
      bytes -= oldest.event().length;
      from = oldest.seq();
    }
  }

  long last() {
    return last;
  }

  /// @return empty if changes after `seq` were already let go, or `seq` lies in the future
  Optional<List<byte[]>> after(long seq) {
    if (seq < from || seq > last) {
      return Optional.empty();
    }
    List<byte[]> events = new ArrayList<>();
    for (Kept one : kept) {
      if (one.seq() > seq) {
        events.add(one.event());
      }
    }
    return Optional.of(events);
  }
}
