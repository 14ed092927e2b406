package uz.chorsu.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.chorsu.api.http.Description;
import uz.chorsu.api.http.HttpFace;
import uz.chorsu.api.http.Meters;
import uz.chorsu.api.http.Routes;
import uz.chorsu.api.http.TestFace;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.database.TestDatabase;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;
import uz.chorsu.model.UuidV7;

/// The feed over real sockets, from the real journal.
class LiveFeedTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private static TestDatabase test;
  private Changes changes;
  private long before;
  private TestSource source;
  private LiveFeed feed;
  private HttpFace face;

  @BeforeAll
  static void open() {
    test = TestDatabase.create("command");
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @BeforeEach
  void start() {
    InstantSource clock = InstantSource.system();
    changes = new Changes(test.database(), clock, new UuidV7(clock, new SecureRandom()));
    source = new TestSource(new Journal(test.database()));
    before = source.lastSeq();
    startFeed();
  }

  private void startFeed() {
    feed =
        new LiveFeed(
            source,
            new Meters(),
            InstantSource.system(),
            news -> test.database().listen(Journal.CHANNEL, payload -> news.run(), news));
    Routes routes = new Routes(Description.load());
    new LiveRoutes(feed).register(routes);
    face = TestFace.of(routes);
    face.start("127.0.0.1", 0);
  }

  private void stopFeed() {
    feed.close();
    face.close();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    stopFeed();
  }

  @Test
  void tellsAChangeToEveryViewerSoonAfterItsCommit() throws Exception {
    try (Reader one = Reader.open(client, face.port(), "");
        Reader two = Reader.open(client, face.port(), "")) {
      assertThat(one.next("hello").data()).contains("\"viewerId\"", "\"seq\":" + before);
      two.next("hello");
      IncidentId incident = new IncidentId(UUID.randomUUID());
      note(incident);
      assertThat(one.next("change").data())
          .contains("\"kind\":\"note\"", "\"incident\":{", incident.toString())
          .doesNotContain("unitId");
      assertThat(two.next("change").seq()).isEqualTo(before + 1);
    }
  }

  @Test
  void keepsTheOrderOfCommitsUnderConcurrentWriters() throws Exception {
    int writers = 8;
    int each = 40;
    try (Reader reader = Reader.open(client, face.port(), "")) {
      reader.next("hello");
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  for (int n = 0; n < each; n++) {
                    note(new IncidentId(UUID.randomUUID()));
                  }
                }));
      }
      List<Long> seen = reader.changes(writers * each).stream().map(Reader.Event::seq).toList();
      assertThat(seen).isSorted().doesNotHaveDuplicates();
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  @Test
  void goesOnWhereAReaderWas() throws Exception {
    for (int i = 0; i < 5; i++) {
      note(new IncidentId(UUID.randomUUID()));
    }
    try (Reader reader = Reader.open(client, face.port(), "?after=" + before)) {
      reader.changes(5);
    }
    try (Reader reader =
        Reader.open(client, face.port(), "?after=0", "Last-Event-ID", "" + (before + 3))) {
      assertThat(reader.next("hello").data()).contains("\"seq\":" + (before + 3));
      assertThat(reader.changes(2).stream().map(Reader.Event::seq))
          .containsExactly(before + 4, before + 5);
    }
    stopFeed();
    startFeed();
    try (Reader reader = Reader.open(client, face.port(), "?after=" + (before + 2))) {
      assertThat(reader.changes(3).stream().map(Reader.Event::seq))
          .containsExactly(before + 3, before + 4, before + 5);
    }
  }

  @Test
  void resetsAReaderWhosePositionIsUnknown() throws Exception {
    note(new IncidentId(UUID.randomUUID()));
    try (Reader waits = Reader.open(client, face.port(), "?after=" + before)) {
      waits.next("change");
    }
    try (Reader reader = Reader.open(client, face.port(), "?after=99999999")) {
      assertThat(reader.next("reset").data()).contains("reason");
      assertThat(reader.next("hello").data()).contains("\"seq\":" + (before + 1));
    }
    assertThatThrownBy(
            () -> Reader.open(client, face.port(), "?after=1", "Last-Event-ID", "yesterday"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("422");
  }

  @Test
  void sendsPositionsOfTheWindowOnly() throws Exception {
    UnitId inside = new UnitId(UUID.randomUUID());
    UnitId edge = new UnitId(UUID.randomUUID());
    UnitId outside = new UnitId(UUID.randomUUID());
    try (Reader reader = Reader.open(client, face.port(), "?bbox=69.20,41.20,69.305,41.305")) {
      String viewer = reader.next("hello").data().replaceAll(".*\"viewerId\":\"([^\"]+)\".*", "$1");
      source.move(inside, 41.25, 69.25);
      source.move(edge, 41.3055, 69.3055);
      source.move(outside, 41.50, 69.50);
      assertThat(reader.next("positions").data())
          .contains("[\"" + inside + "\",69.25,41.25,90.0,null,0]")
          .doesNotContain(outside.toString())
          .doesNotContain(edge.toString());

      source.move(inside, 41.60, 69.60);
      assertThat(reader.next("positions").data()).as("once more when it leaves").contains("69.6");

      moveWindow(viewer, "[69.49,41.49,69.51,41.51]");
      assertThat(reader.next("positions").data())
          .as("what is there is told at once")
          .contains(outside.toString())
          .doesNotContain(inside.toString());
    }
    assertThat(moveWindow("nobody", "[1,1,2,2]")).isEqualTo(404);
    assertThat(moveWindow("nobody", "[2,1,1,2]")).isEqualTo(422);
  }

  @Test
  void feedsTwoHundredViewers() throws Exception {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      readers.add(Reader.open(client, face.port(), ""));
    }
    for (Reader reader : readers) {
      reader.next("hello");
    }
    List<Long> millis = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      long start = System.nanoTime();
      note(new IncidentId(UUID.randomUUID()));
      for (Reader reader : readers) {
        millis.add((reader.next("change").atNanos() - start) / 1_000_000);
      }
    }
    for (Reader reader : readers) {
      reader.close();
    }
    millis.sort(null);
    System.out.printf(
        "live feed, 200 viewers, from before the change to read: p50 %d ms, p99 %d ms%n",
        millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    assertThat(millis.get(millis.size() * 99 / 100)).isLessThan(2_000);
  }

  @Test
  void dropsAReaderThatNeverReadsAndKeepsTheOthersGoing() throws Exception {
    try (Socket deaf = new Socket();
        Reader reader = Reader.open(client, face.port(), "")) {
      deaf.setReceiveBufferSize(4 * 1024);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), face.port()));
      deaf.getOutputStream()
          .write(
              "GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      reader.next("hello");
      long start = System.nanoTime();
      int written = 0;
      while (!hasOneViewer() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
        changes.perform(
            Actor.NOBODY,
            change -> {
              for (int i = 0; i < 100; i++) {
                change.record(Entry.of("note", "x").incident(new IncidentId(change.newId())));
              }
            });
        written += 100;
        reader.changes(100);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(hasOneViewer()).as("dropped after %s and %d changes", took, written).isTrue();
    }
  }

  private boolean hasOneViewer() {
    return feed.viewerCount() == 1 && feed.droppedCount() == 1;
  }

  private void note(IncidentId incident) {
    changes.perform(
        Actor.NOBODY, change -> change.record(Entry.of("note", "A note").incident(incident)));
  }

  private int moveWindow(String viewer, String box) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + face.port() + "/api/v1/live/" + viewer + "/window");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .PUT(BodyPublishers.ofString("{\"bbox\":" + box + "}"))
            .header("Content-Type", "application/json")
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
