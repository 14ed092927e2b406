package uz.chorsu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Single clients that behave badly, each with what must come of it.
final class BadClients {
  private static final int HUGE_BYTES = 100_000_000;
  private final Http http;
  private final URI url;
  private final InstantSource clock;
  private final Promises promises;

  BadClients(Http http, URI url, InstantSource clock, Promises promises) {
    this.http = http;
    this.url = url;
    this.clock = clock;
    this.promises = promises;
  }

  void all() throws IOException, InterruptedException {
    hugeBody();
    wrongBytes();
    nowhere();
    wrongClock();
    sameUnitTwice();
  }

  private void hugeBody() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/calls HTTP/1.1\r\nHost: 127.0.0.1:"
                  + url.getPort()
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + HUGE_BYTES
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] block = new byte[1 << 16];
      int sent = 0;
      try {
        while (sent < HUGE_BYTES && socket.getInputStream().available() == 0) {
          out.write(block);
          sent += block.length;
        }
      } catch (SocketException e) {
        // The server has closed the connection on us: fine, if it has said why before.
      }
      String answer = firstLine(socket.getInputStream());
      promises.expect(
          "a body of 100 MB is refused with 413 (said \"" + answer + "\" after " + sent + " bytes)",
          answer.contains(" 413") && sent < HUGE_BYTES);
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
        line.append((char) c);
      }
    } catch (SocketException e) {
      line.append(" (").append(e.getMessage()).append(')');
    }
    return line.toString();
  }

  private void wrongBytes() throws IOException, InterruptedException {
    byte[] body = "{\"address\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    body[12] = (byte) 0xFF;
    Http.Reply reply =
        http.raw("POST", "/api/v1/calls", "application/json", BodyPublishers.ofByteArray(body));
    promises.expect("bytes that are not UTF-8 are refused with 400", reply.status() == 400);
  }

  private void nowhere() throws IOException, InterruptedException {
    ObjectNode call = http.object().put("lat", 91.5).put("lon", 69.2);
    Http.Reply reply = http.post("/calls", call, UUID.randomUUID().toString());
    promises.expect(
        "a place outside the Earth is refused by field, rule and value",
        reply.status() == 422
            && reply.body().path("field").asText().endsWith("lat")
            && reply.body().hasNonNull("rule")
            && reply.body().path("value").asText().contains("91.5"));
    ObjectNode ocean = http.object().put("lat", 0.0).put("lon", 0.0);
    promises.expect(
        "a place off the map is taken: somebody there needs help",
        http.post("/calls", ocean, UUID.randomUUID().toString()).status() == 201);
  }

  private void wrongClock() throws IOException, InterruptedException {
    Instant nextYear = clock.instant().plus(365, ChronoUnit.DAYS);
    ObjectNode call = http.object().put("receivedAt", nextYear.toString());
    Http.Reply reply = http.post("/calls", call, UUID.randomUUID().toString());
    promises.expect(
        "a clock that is a year ahead is refused by name",
        reply.status() == 422 && reply.body().path("field").asText().equals("receivedAt"));
  }

  /// Two dispatchers send the same unit in the same instant.
  private void sameUnitTwice() throws IOException, InterruptedException {
    JsonNode units = http.need("/units?limit=1000").path("items");
    int tried = 0;
    boolean always = true;
    for (JsonNode unit : units) {
      if (unit.path("status").asText().startsWith("available") && tried < 20) {
        tried++;
        always &= race(unit.path("id").asText());
      }
    }
    promises.expect(
        "of two dispatchers one gets the unit, " + tried + " times", always && tried > 0);
  }

  private boolean race(String unitId) throws IOException, InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger got = new AtomicInteger();
    AtomicInteger conflicts = new AtomicInteger();
    List<Thread> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String incident =
          http.post("/calls", http.object().put("typeCode", "POLICE"), UUID.randomUUID().toString())
              .body()
              .path("incidentId")
              .asText();
      both.add(
          Thread.startVirtualThread(() -> {
            try {
              start.await();
              ObjectNode body = http.object();
              body.putArray("unitIds").add(unitId);
              Http.Reply reply =
                  http.post(
                      "/incidents/" + incident + "/assignments",
                      body,
                      UUID.randomUUID().toString());
              if (reply.status() == 201) {
                got.incrementAndGet();
              } else if (reply.status() == 409
                  && reply
                      .body()
                      .path("outcomes")
                      .path(0)
                      .path("outcome")
                      .asText()
                      .equals("conflict")) {
                conflicts.incrementAndGet();
              }
            } catch (IOException e) {
              // Counted as neither.
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    start.countDown();
    for (Thread thread : both) {
      thread.join();
    }
    return got.get() == 1 && conflicts.get() == 1;
  }
}
