package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Kills Chorsu and its PostgreSQL with SIGKILL while calls come in, and counts. Every call carries
/// an idempotency key and is repeated until it is acknowledged, as the desk's own page does, so
/// that a repeat after a kill must not store it twice.
final class Kills {
  private static final double CALLS_PER_SECOND = 50;
  private static final long CALL_LIMIT_NANOS = 90_000_000_000L;
  private static final long BACK_LIMIT_NANOS = 60_000_000_000L;
  private static final int PAGE = 1_000;

  /// What came of it.
  ///
  /// @param acknowledged calls that got a 201
  /// @param missing acknowledged calls that are not there
  /// @param twice calls that are there more than once
  /// @param unanswered calls that nobody acknowledged within the limit, with all repeats
  /// @param slowestBackSeconds the longest time from a kill to the next healthy answer
  record Outcome(
      int acknowledged, int missing, int twice, int unanswered, double slowestBackSeconds) {}

  private final Chorsu chorsu;
  private final Http http;
  private final Random random;
  private final String run;
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean calling = new AtomicBoolean(true);

  /// @param run a word that sets the calls of this run apart from others
  Kills(Chorsu chorsu, Http http, long seed, String run) {
    this.chorsu = chorsu;
    this.http = http;
    this.random = new Random(seed);
    this.run = run;
  }

  /// @param chorsuKills how often Chorsu is killed
  /// @param postgresKills how often PostgreSQL is killed, in turn with Chorsu
  Outcome run(int chorsuKills, int postgresKills) throws IOException, InterruptedException {
    double slowest = 0;
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      Thread caller = Thread.ofPlatform().start(() -> callOn(calls));
      for (int i = 0; i < Math.max(chorsuKills, postgresKills); i++) {
        if (i < chorsuKills) {
          slowest = Math.max(slowest, strike("Chorsu", i + 1));
        }
        if (i < postgresKills) {
          slowest = Math.max(slowest, strike("PostgreSQL", i + 1));
        }
      }
      Thread.sleep(1000);
      calling.set(false);
      caller.join();
    }
    return count(slowest);
  }

  private double strike(String what, int number) throws IOException, InterruptedException {
    Thread.sleep(1500 + random.nextInt(2500));
    long killed = System.nanoTime();
    if (what.equals("Chorsu")) {
      chorsu.kill();
    } else if (!chorsu.killPostgres()) {
      throw new IOException("there was no PostgreSQL to kill");
    }
    // Until the wound shows, an old healthy answer could still be on its way.
    Thread.sleep(300);
    while (!healthy()) {
      if (System.nanoTime() - killed > BACK_LIMIT_NANOS) {
        throw new IOException(what + " did not come back");
      }
      Thread.sleep(100);
    }
    double seconds = (System.nanoTime() - killed) / 1e9;
    System.out.printf("%s killed, %d: healthy after %.1f s%n", what, number, seconds);
    return seconds;
  }

  private boolean healthy() throws InterruptedException {
    try {
      return http.raw(
              "GET", "/health", "text/plain", java.net.http.HttpRequest.BodyPublishers.noBody())
          .done();
    } catch (IOException e) {
      return false;
    }
  }

  private void callOn(ExecutorService calls) {
    try {
      for (long i = 0; calling.get(); i++) {
        long number = i;
        calls.execute(() -> call(number));
        Thread.sleep((long) (1000 / CALLS_PER_SECOND));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void call(long number) {
    ObjectNode call = http.object().put("typeCode", "MEDICAL").put("address", address(number));
    String key = run + "-" + number;
    long until = System.nanoTime() + CALL_LIMIT_NANOS;
    try {
      while (System.nanoTime() < until) {
        try {
          Http.Reply reply = http.post("/calls", call, key);
          if (reply.status() == 201) {
            acknowledged.add(number);
            return;
          }
          if (reply.status() < 429) {
            System.out.println("refused: " + reply);
            break;
          }
        } catch (IOException e) {
          // No answer: exactly what is being tried. The same key again.
        }
        Thread.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unanswered.add(number);
  }

  private String address(long number) {
    return "Kill " + run + " " + number;
  }

  private Outcome count(double slowest) throws IOException, InterruptedException {
    Map<String, Integer> stored = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = http.need("/calls?limit=" + PAGE + cursor);
      for (JsonNode call : page.path("items")) {
        stored.merge(call.path("address").asText(), 1, Integer::sum);
      }
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    int missing = 0;
    for (long number : acknowledged) {
      missing += stored.containsKey(address(number)) ? 0 : 1;
    }
    int twice =
        (int)
            stored.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("Kill " + run + " "))
                .filter(entry -> entry.getValue() > 1)
                .count();
    return new Outcome(acknowledged.size(), missing, twice, unanswered.size(), slowest);
  }
}
