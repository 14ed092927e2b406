package uz.chorsu.api.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A browser that reads the feed: it parses events and keeps them with the moment they came.
final class Reader implements AutoCloseable {
  /// One event.
  ///
  /// @param atNanos when it was read, on the clock of [System#nanoTime()]
  record Event(String name, String id, String data, long atNanos) {
    long seq() {
      return Long.parseLong(id);
    }
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BufferedReader lines;
  private final Thread thread;
  private volatile boolean ended;

  private Reader(HttpResponse<java.io.InputStream> response) {
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    this.thread = Thread.ofVirtual().start(this::read);
  }

  static Reader open(HttpClient client, int port, String query, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/live" + query));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return new Reader(response);
  }

  /// The next event of that kind; others are passed over.
  Event next(String name) throws InterruptedException {
    return next(event -> event.name().equals(name));
  }

  Event next(Predicate<Event> wanted) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("No such event within 10 s");
      }
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  /// That many changes, in the order they came.
  List<Event> changes(int count) throws InterruptedException {
    List<Event> changes = new ArrayList<>();
    while (changes.size() < count) {
      changes.add(next("change"));
    }
    return changes;
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
  }

  private void read() {
    String name = "";
    String id = "";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          events.add(new Event(name, id, data.toString(), System.nanoTime()));
          data.setLength(0);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        }
      }
    } catch (IOException e) {
      ended = true;
    }
    ended = true;
  }
}
