package uz.chorsu.api.live;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.live.LiveSource.Seen;
import uz.chorsu.model.GeoPoint;

/// The positions of one second. Each is written once; the frame of a window is put together from
/// squares of 0.02 degrees, whole ones where they lie inside. A unit that has just left the window
/// is in it once more, so that its sign does not stand still at the edge.
final class PositionFrame {
  private static final double SQUARE_DEGREES = 0.02;

  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  private record Entry(GeoPoint now, @Nullable GeoPoint before, byte[] text) {
    boolean isFor(Window window) {
      return window.contains(now.lon(), now.lat())
          || (before != null && window.contains(before.lon(), before.lat()));
    }
  }

  private record Square(int x, int y) {
    static Square of(GeoPoint point) {
      return new Square(
          (int) Math.floor(point.lon() / SQUARE_DEGREES),
          (int) Math.floor(point.lat() / SQUARE_DEGREES));
    }

    Window area() {
      double west = x * SQUARE_DEGREES;
      double south = y * SQUARE_DEGREES;
      return new Window(west, south, west + SQUARE_DEGREES, south + SQUARE_DEGREES);
    }
  }

  private final Instant at;
  private final Map<Square, List<Entry>> squares = new HashMap<>();
  private final List<Entry> crossed = new ArrayList<>();
  private final Map<Window, Optional<byte[]>> written = new HashMap<>();

  PositionFrame(Instant at) {
    this.at = at;
  }

  /// @param before where the unit was in the frame before; null if it was in none
  void add(Seen held, @Nullable GeoPoint before) {
    Entry entry = new Entry(held.point(), before, Events.position(held.unit(), held));
    Square square = Square.of(held.point());
    if (before == null || Square.of(before).equals(square)) {
      squares.computeIfAbsent(square, none -> new ArrayList<>()).add(entry);
    } else {
      crossed.add(entry);
    }
  }

  boolean isEmpty() {
    return squares.isEmpty() && crossed.isEmpty();
  }

  /// The event for one window; empty if nothing moved there. Equal windows share it.
  Optional<byte[]> forWindow(Window window) {
    return written.computeIfAbsent(window, this::write);
  }

  private Optional<byte[]> write(Window window) {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    squares.forEach((square, inside) -> {
      Window area = square.area();
      if (window.touches(area)) {
        append(entries, inside, window, window.contains(area));
      }
    });
    append(entries, crossed, window, false);
    return entries.size() == 0 ? Optional.empty() : Optional.of(Events.positions(at, entries));
  }

  private static void append(
      ByteArrayOutputStream out, List<Entry> entries, Window window, boolean all) {
    for (Entry entry : entries) {
      if (all || entry.isFor(window)) {
        if (out.size() > 0) {
          out.write(',');
        }
        out.writeBytes(entry.text());
      }
    }
  }
}
