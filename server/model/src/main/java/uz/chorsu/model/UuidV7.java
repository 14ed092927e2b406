package uz.chorsu.model;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes UUIDs that sort by time (RFC 9562, version 7): 48 bits of Unix milliseconds, 12 bits that
/// count within the millisecond, 62 random bits. Safe for many threads; ids of one maker never go
/// backwards, even when the clock does.
public final class UuidV7 {
  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastStamp;

  /// @param random a secure generator in production, a seeded one in tests
  public UuidV7(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    return new UUID(head(), (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  private synchronized long head() {
    // Milliseconds and a 12-bit counter as one number, so that overflow of the counter borrows the
    // next millisecond.
    lastStamp = Math.max(clock.millis() << 12, lastStamp + 1);
    return (lastStamp >>> 12 << 16) | 0x7000L | (lastStamp & 0xFFF);
  }
}
