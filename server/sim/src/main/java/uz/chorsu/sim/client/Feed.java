package uz.chorsu.sim.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Follows Chorsu's live feed (server-sent events, WHATWG HTML, section 9.2).
public final class Feed {
  private static final long PAUSE_MILLIS = 1_000;
  private final Door door;

  public Feed(Door door) {
    this.door = door;
  }

  /// Follows until the thread is interrupted, connecting again after each break. Every connection
  /// starts without a position, so the caller takes a fresh snapshot on `hello`.
  ///
  /// @param each called with the event's name and data, in order, on this thread
  public void follow(BiConsumer<String, JsonNode> each) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        read(each);
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException | java.io.UncheckedIOException e) {
        if (!sleep()) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean sleep() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void read(BiConsumer<String, JsonNode> each) throws IOException, InterruptedException {
    // A window of no size: crews know where they are and need nobody's position.
    HttpRequest request =
        HttpRequest.newBuilder(door.base().resolve("/api/v1/live?bbox=0,0,0.0001,0.0001"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> response = door.http().send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("the live feed answered " + response.statusCode());
      }
      String event = "message";
      StringBuilder data = new StringBuilder();
      for (Iterator<String> it = lines.iterator(); it.hasNext(); ) {
        String line = it.next();
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        } else if (line.isEmpty()) {
          if (!data.isEmpty()) {
            each.accept(event, door.json().readTree(data.toString()));
          }
          event = "message";
          data.setLength(0);
        }
      }
    }
  }
}
