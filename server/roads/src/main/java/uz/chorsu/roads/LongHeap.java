package uz.chorsu.roads;

import java.util.Arrays;

/// A queue of (time, key) pairs, smallest time first, packed into longs: a heap with four children
/// to a parent, which touches fewer cache lines than one with two.
final class LongHeap {
  private long[] entries = new long[4096];
  private int size;

  static int time(long entry) {
    return (int) (entry >>> 32);
  }

  static int key(long entry) {
    return (int) entry;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /// @param time not below 0
  void add(int time, int key) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    long entry = ((long) time << 32) | key;
    int place = size++;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      if (entries[parent] <= entry) {
        break;
      }
      entries[place] = entries[parent];
      place = parent;
    }
    entries[place] = entry;
  }

  /// The smallest; never call it on an empty heap.
  long poll() {
    long smallest = entries[0];
    long last = entries[--size];
    int place = 0;
    while (true) {
      int child = (place << 2) + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        if (entries[other] < entries[best]) {
          best = other;
        }
      }
      if (entries[best] >= last) {
        break;
      }
      entries[place] = entries[best];
      place = best;
    }
    entries[place] = last;
    return smallest;
  }
}
