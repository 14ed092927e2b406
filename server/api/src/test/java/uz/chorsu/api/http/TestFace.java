package uz.chorsu.api.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The plumbing without a database behind it.
public final class TestFace {
  private TestFace() {}

  public static HttpFace of(Routes routes) {
    return new HttpFace(
        routes,
        new HttpFace.Parts(
            new Remembered(),
            new Meters(),
            id -> Optional.empty(),
            Set.of("127.0.0.1", "localhost"),
            InstantSource.system(),
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1))));
  }

  /// First answers in memory.
  static final class Remembered implements AnswerStore {
    private final Map<String, Stored> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored> find(String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(String key, Stored answer) {
      kept.putIfAbsent(key, answer);
    }
  }
}
