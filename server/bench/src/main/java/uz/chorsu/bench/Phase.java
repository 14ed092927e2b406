package uz.chorsu.bench;

/// How long a load runs.
///
/// @param warmUpSeconds load whose answers are not counted
/// @param measuredSeconds load whose answers are counted
record Phase(int warmUpSeconds, int measuredSeconds) {
  int seconds() {
    return warmUpSeconds + measuredSeconds;
  }
}
