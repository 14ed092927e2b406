package uz.chorsu.sim.city;

import java.util.List;

/// Chance that a seed decides: the same throws on every machine and every version of Java, because
/// the generator is written out here (SplitMix64, Steele, Lea and Flood 2014).
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  /// Independent dice for one part of the work, so that a change in one part leaves the others
  /// alone.
  Dice forPart(String part) {
    long mixed = state;
    for (int i = 0; i < part.length(); i++) {
      mixed = mix(mixed * 31 + part.charAt(i) + 0x9E3779B97F4A7C15L);
    }
    return new Dice(mixed);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// From 0 to below 1.
  double share() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double from, double to) {
    return from + (to - from) * share();
  }

  /// From 0 to below `bound`.
  int below(int bound) {
    return (int) (share() * bound);
  }

  boolean chance(double probability) {
    return share() < probability;
  }

  <T> T oneOf(List<T> list) {
    return list.get(below(list.size()));
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T kept = list.get(i);
      list.set(i, list.get(j));
      list.set(j, kept);
    }
  }
}
