package uz.chorsu.roads;

import java.util.Collection;

/// An unchanging set of directed edges (GraphHopper edge keys) that are closed.
final class ClosedEdges {
  static final ClosedEdges NONE = new ClosedEdges(new long[0]);

  private final long[] bits;

  private ClosedEdges(long[] bits) {
    this.bits = bits;
  }

  /// @param keys of closed directed edges, of originals as well as copies
  /// @param keyCount how many directed edges the network has
  static ClosedEdges of(Collection<Integer> keys, int keyCount) {
    if (keys.isEmpty()) {
      return NONE;
    }
    long[] bits = new long[keyCount / 64 + 1];
    keys.forEach(key -> bits[key >> 6] |= 1L << key);
    return new ClosedEdges(bits);
  }

  boolean contains(int key) {
    int word = key >> 6;
    return word < bits.length && ((bits[word] >>> key) & 1) != 0;
  }

  boolean isEmpty() {
    return bits.length == 0;
  }
}
