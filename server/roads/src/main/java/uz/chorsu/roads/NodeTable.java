package uz.chorsu.roads;

import java.util.Arrays;

/// Places of those nodes that somebody refers to. First all references are noted, then the table is
/// sealed, then places are filled in as the file gives them.
final class NodeTable {
  private static final double DEGREE = 1e7;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private long[] ids = new long[1024];
  private int size;
  private int[] lats = {};
  private int[] lons = {};

  void refer(long... nodeIds) {
    if (size + nodeIds.length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(ids.length * 2, size + nodeIds.length));
    }
    System.arraycopy(nodeIds, 0, ids, size, nodeIds.length);
    size += nodeIds.length;
  }

  void seal() {
    Arrays.sort(ids, 0, size);
    int unique = 0;
    for (int i = 0; i < size; i++) {
      if (unique == 0 || ids[i] != ids[unique - 1]) {
        ids[unique++] = ids[i];
      }
    }
    size = unique;
    ids = Arrays.copyOf(ids, size);
    lats = new int[size];
    lons = new int[size];
    Arrays.fill(lats, UNKNOWN);
  }

  /// @return a number from 0 to {@link #size()} - 1, or below 0 if nobody referred to the node
  int indexOf(long nodeId) {
    return Arrays.binarySearch(ids, 0, size, nodeId);
  }

  void place(long nodeId, double lat, double lon) {
    int index = indexOf(nodeId);
    if (index >= 0) {
      lats[index] = (int) Math.round(lat * DEGREE);
      lons[index] = (int) Math.round(lon * DEGREE);
    }
  }

  /// False for nodes that lie outside an extract: the file names them but does not hold them.
  boolean isPlaced(int index) {
    return index >= 0 && lats[index] != UNKNOWN;
  }

  double lat(int index) {
    return lats[index] / DEGREE;
  }

  double lon(int index) {
    return lons[index] / DEGREE;
  }

  int size() {
    return size;
  }
}
