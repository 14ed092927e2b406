package uz.chorsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private static final Instant START = Instant.parse("2026-03-21T08:00:00.123Z");

  @Test
  void carriesItsMillisecondVersionAndVariant() {
    UUID id = new UuidV7(InstantSource.fixed(START), new Random(1)).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
  }

  @Test
  void neverGoesBackwardsEvenWhenTheClockDoes() {
    long seed = 42;
    Random random = new Random(seed);
    AtomicReference<Instant> now = new AtomicReference<>(START);
    UuidV7 ids = new UuidV7(now::get, random);
    String last = "";
    for (int i = 0; i < 20_000; i++) {
      now.updateAndGet(instant -> instant.plusMillis(random.nextInt(7) - 3));
      String id = ids.next().toString();
      assertThat(id).as("seed %d, step %d", seed, i).isGreaterThan(last);
      last = id;
    }
  }

  @Test
  void givesEveryThreadItsOwn() throws InterruptedException {
    UuidV7 ids = new UuidV7(InstantSource.fixed(START), new Random(7));
    Set<UUID> all = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            for (int i = 0; i < 2_000; i++) {
              all.add(ids.next());
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(all).hasSize(16_000);
  }
}
