package uz.chorsu.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.api.http.Json;
import uz.chorsu.api.http.RawHandler;
import uz.chorsu.api.http.Reply;

/// Says of each part whether it works: 200 when people can work, else 503.
public final class Health implements RawHandler {
  private static final Logger log = LoggerFactory.getLogger(Health.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, Check> checks;

  /// Looks at one part.
  @FunctionalInterface
  public interface Check {
    State look() throws Exception;
  }

  /// How a part is.
  ///
  /// @param needed false: people can work without it
  /// @param detail one sentence without secrets
  public record State(Status status, boolean needed, String detail) {
    public static State up(String detail) {
      return new State(Status.UP, true, detail);
    }

    /// Down, and nobody can work.
    public static State down(String detail) {
      return new State(Status.DOWN, true, detail);
    }

    /// Down, and people can go on with less.
    public static State less(String detail) {
      return new State(Status.DOWN, false, detail);
    }
  }

  /// Works or not.
  public enum Status {
    UP,
    DOWN
  }

  private record Part(String status, String detail) {}

  private record Report(String status, Map<String, Part> parts) {}

  /// @param checks by the name of the part, in the order shown
  public Health(Map<String, Check> checks) {
    this.checks = new LinkedHashMap<>(checks);
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, CompletableFuture<State>> asked = new LinkedHashMap<>();
    checks.forEach((name, check) -> asked.put(name, ask(check)));
    Map<String, Part> parts = new LinkedHashMap<>();
    boolean works = true;
    boolean whole = true;
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Map.Entry<String, CompletableFuture<State>> one : asked.entrySet()) {
      State state = answer(one.getKey(), one.getValue(), end);
      boolean up = state.status() == Status.UP;
      works &= up || !state.needed();
      whole &= up;
      parts.put(one.getKey(), new Part(up ? "up" : "down", state.detail()));
    }
    Report report = new Report(!works ? "down" : whole ? "up" : "limited", parts);
    response.setHeader("Cache-Control", "no-store");
    Reply.plain(response, works ? 200 : 503, "application/json", Json.write(report));
  }

  private static CompletableFuture<State> ask(Check check) {
    CompletableFuture<State> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("health")
        .start(() -> {
          try {
            answer.complete(check.look());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static State answer(String part, CompletableFuture<State> asked, long endNanos) {
    try {
      return asked.get(Math.max(1, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return State.down("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      log.warn("{} is not well: {}", part, String.valueOf(e.getCause()));
      return State.down("does not work; the log has the reason");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return State.down("not asked");
    }
  }
}
