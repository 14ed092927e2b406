package uz.chorsu.roads;

/// Hears how far an import has come, for a progress bar. Called on the importing thread.
@FunctionalInterface
public interface ImportProgress {
  /// Nobody listens.
  ImportProgress NONE = (step, share) -> {};

  /// @param step what is being done now, such as `Reading the map`
  /// @param share of the whole import that is done, 0 to 1, never falling
  void step(String step, double share);
}
