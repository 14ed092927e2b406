package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// From a key pressed at the desk to the next picture, in headless Chromium, with the whole fleet
/// moving on the map and with a still map beside it.
final class DeskInput {
  private static final int MOVED_PER_SECOND = 1_520;

  /// @param count keys pressed in each of the two
  record Figures(double movingP95Ms, double stillP95Ms, int count) {
    @Override
    public String toString() {
      return String.format(
          "key to picture p95: %.0f ms with the fleet moving, %.0f ms with a still map (%d keys)",
          movingP95Ms, stillP95Ms, count);
    }
  }

  private DeskInput() {}

  static Figures measure(Chorsu chorsu, Http http, Fleet fleet)
      throws IOException, InterruptedException {
    JsonNode still = press(chorsu);
    AtomicBoolean moving = new AtomicBoolean(true);
    Thread mover =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (int from = 0; moving.get(); from += MOVED_PER_SECOND) {
                  fleet.moveSome(from % fleet.vehicles().size(), MOVED_PER_SECOND);
                  Thread.sleep(1000);
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      JsonNode moved = press(chorsu);
      return new Figures(
          moved.path("p95Ms").asDouble(), still.path("p95Ms").asDouble(), moved.path("n").asInt());
    } finally {
      moving.set(false);
      mover.join();
    }
  }

  /// Runs the browser script, which prints one JSON line `{"p50Ms":…,"p95Ms":…,"n":…}`.
  private static JsonNode press(Chorsu chorsu) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "e2e/desk-input.mjs", "--url", chorsu.url().toString())
            .directory(Chorsu.home().resolve("web").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!node.waitFor(5, TimeUnit.MINUTES) || node.exitValue() != 0) {
      throw new IOException("the browser measured nothing: " + out);
    }
    return new ObjectMapper().readTree(out.strip().lines().reduce((a, b) -> b).orElse("{}"));
  }
}
