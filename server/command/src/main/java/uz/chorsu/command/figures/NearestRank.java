package uz.chorsu.command.figures;

/// Percentiles by nearest rank: the smallest value that at least that share of all values does not
/// exceed. It is always one of the values; nothing is interpolated.
final class NearestRank {
  private NearestRank() {}

  /// @param sorted ascending, at least one
  /// @param percent 1 to 100
  static double of(double[] sorted, int percent) {
    // Whole numbers, because 0.9 times a count is not always what it should be.
    int rank = (int) (((long) percent * sorted.length + 99) / 100);
    return sorted[rank - 1];
  }
}
