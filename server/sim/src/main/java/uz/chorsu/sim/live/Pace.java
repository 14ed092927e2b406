package uz.chorsu.sim.live;

import java.util.Random;

/// Chance and time of the simulated city: a seeded source of numbers and a clock that may run
/// faster than the real one. Safe for many threads.
final class Pace {
  private final Random random;
  private final double speed;

  /// @param speed simulated seconds in one real second, above zero
  Pace(long seed, double speed) {
    this.random = new Random(seed);
    this.speed = speed;
  }

  double speed() {
    return speed;
  }

  /// Waits.
  ///
  /// @param seconds simulated
  void sleep(double seconds) throws InterruptedException {
    Thread.sleep(Math.max(1, Math.round(seconds * 1000 / speed)));
  }

  /// Waits a time between two bounds, simulated seconds.
  void sleep(double fromSeconds, double toSeconds) throws InterruptedException {
    sleep(between(fromSeconds, toSeconds));
  }

  synchronized double between(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  synchronized int below(int bound) {
    return random.nextInt(bound);
  }

  synchronized boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /// Time to the next event of a Poisson process.
  ///
  /// @param perHour mean number of events in a simulated hour
  /// @return simulated seconds
  synchronized double gapSeconds(double perHour) {
    return -Math.log(1 - random.nextDouble()) * 3600 / perHour;
  }
}
