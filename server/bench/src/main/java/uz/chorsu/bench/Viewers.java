package uz.chorsu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// The screens that watch: many that only read the live feed, and one that notes when each call
/// appears.
final class Viewers implements AutoCloseable {
  private static final Pattern CALL = Pattern.compile("Bench ([0-9]+) street");

  private final Selector selector = Selector.open();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Map<Long, Long> due = new ConcurrentHashMap<>();
  private final Histogram micros = new ConcurrentHistogram(120_000_000L, 3);
  private final InetSocketAddress server;
  private final Socket screen;

  /// @param count how many, at least one
  /// @param bbox the window of all of them: west,south,east,north
  Viewers(URI url, int count, String bbox) throws IOException {
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort());
    String request =
        "GET /api/v1/live?bbox="
            + bbox
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + url.getPort()
            + "\r\nAccept: text/event-stream\r\n\r\n";
    for (int i = 1; i < count; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
    }
    Thread.ofPlatform().daemon().name("viewers").start(this::drain);
    screen = new Socket(server.getAddress(), server.getPort());
    screen.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    Thread.ofPlatform().daemon().name("second-screen").start(this::watch);
  }

  /// Says that a call is on its way.
  ///
  /// @param dueNanos when it was due, [System#nanoTime()]
  void expect(long number, long dueNanos) {
    due.put(number, dueNanos);
  }

  private void drain() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    try {
      while (selector.isOpen()) {
        selector.select(1000);
        for (SelectionKey key : selector.selectedKeys()) {
          buffer.clear();
          int read = ((SocketChannel) key.channel()).read(buffer);
          if (read < 0) {
            dropped.incrementAndGet();
            key.channel().close();
          } else {
            bytes.addAndGet(read);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | java.nio.channels.ClosedSelectorException e) {
      // Closed: the measurement is over.
    }
  }

  private void watch() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("data:")) {
          continue;
        }
        long now = System.nanoTime();
        Matcher matcher = CALL.matcher(line);
        while (matcher.find()) {
          Long asked = due.remove(Long.parseLong(matcher.group(1)));
          if (asked != null) {
            micros.recordValue(Math.min(120_000_000L, (now - asked) / 1000));
          }
        }
      }
    } catch (IOException e) {
      // Closed: the measurement is over.
    }
  }

  /// Calls of which the second screen has heard, among those expected.
  long seen() {
    return micros.getTotalCount();
  }

  /// Calls that never appeared.
  long unseen() {
    return due.size();
  }

  double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  long dropped() {
    return dropped.get();
  }

  long readMiB() {
    return bytes.get() >> 20;
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
      screen.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
