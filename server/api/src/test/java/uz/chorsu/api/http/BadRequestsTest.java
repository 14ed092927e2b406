package uz.chorsu.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What strange, broken, hostile and impatient callers get.
class BadRequestsTest {
  private static final String POST =
      "POST /api/v1/calls HTTP/1.1\r\nContent-Type: application/json";
  private static final String UNIT = "00000000-0000-7000-8000-000000000001";

  private final CountDownLatch holding = new CountDownLatch(1);
  private HttpFace face;

  @BeforeEach
  void start() {
    Routes routes = new Routes(Description.load());
    routes.handle("takeCall", exchange -> Answer.created(exchange.tree()));
    routes.handle("getUnit", exchange -> Answer.ok(Map.of("id", exchange.id())));
    routes.handle(
        "listUnits",
        exchange -> {
          holding.await();
          return Answer.ok(Map.of());
        });
    routes.handle(
        "getFigures",
        exchange -> {
          throw new IllegalStateException("password=secret at 10.0.0.1");
        });
    routes.handle(
        "getKpi",
        exchange -> {
          Thread.sleep(Duration.ofMinutes(1));
          return Answer.noContent();
        });
    face = TestFace.of(routes);
    face.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    holding.countDown();
    face.close();
  }

  @Test
  void saysWhatIsWrongWithAnAddress() throws Exception {
    assertThat(get("/api/v1/nothing"))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json");
    assertThat(get("/api/v1/units/x")).startsWith("HTTP/1.1 422").contains("\"field\":\"id\"");
    assertThat(get("/api/v1/units/" + UNIT + "/")).startsWith("HTTP/1.1 404");
    assertThat(get("/api/v1/units/%00")).startsWith("HTTP/1.1 4").contains("problem+json");
    assertThat(send("PUT /api/v1/calls HTTP/1.1", ""))
        .startsWith("HTTP/1.1 405")
        .contains("Allow: GET, POST");
    assertThat(send("POST /nothing HTTP/1.1", "")).startsWith("HTTP/1.1 404");
    assertThat(get("/api/v1/units/" + UNIT + "?colour=red")).contains("\"field\":\"colour\"");
    assertThat(get("/api/v1/units/" + UNIT + "?a=%zz")).startsWith("HTTP/1.1 400");
    assertThat(get("/api/v1/units/" + UNIT + "?a=%ff")).startsWith("HTTP/1.1 400");
    assertThat(get("/api/v1/units?q=" + "x".repeat(5_000))).startsWith("HTTP/1.1 400");
    assertThat(get("/" + "x".repeat(20_000))).startsWith("HTTP/1.1 4");
  }

  @Test
  void refusesBodiesThatAreNotStrictJson() throws Exception {
    assertThat(send(POST, "{\"lat\":41.3}")).startsWith("HTTP/1.1 201");
    for (String body :
        new String[] {
          "",
          "{",
          "{\"lat\":NaN}",
          "{\"lat\":1,\"lat\":2}",
          "{} {}",
          "{'lat':1}",
          "nul",
          "\u0000",
          "[".repeat(2_000),
          "{\"lat\":" + "1".repeat(3_000) + "}",
          "{\"lat\":1e",
          "// x\n{}"
        }) {
      assertThat(send(POST, body))
          .as("body " + body)
          .startsWith("HTTP/1.1 400")
          .contains("unreadable");
    }
    assertThat(sendBytes(POST, new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}))
        .startsWith("HTTP/1.1 400")
        .contains("UTF-8");
    for (String body :
        new String[] {
          "[]",
          "1",
          "null",
          "\"x\"",
          "{\"latt\":1}",
          "{\"lat\":\"1\"}",
          "{\"lat\":1e999}",
          "{\"priority\":1.5}",
          "{\"priority\":99999999999}",
          "{\"address\":\"a\\u0000\"}",
          "{\"address\":\"\\ud800\"}",
          "{\"receivedAt\":\"yesterday\"}",
          "{\"receivedAt\":\"+999999-01-01T00:00:00Z\"}",
          "{\"incidentId\":\"1-1-1-1-1\"}"
        }) {
      assertThat(send(POST, body))
          .as("body " + body)
          .startsWith("HTTP/1.1 422")
          .contains("\"rule\"");
    }
    assertThat(send(POST, "{\"callerPhone\":123456}"))
        .contains("\"field\":\"callerPhone\"")
        .doesNotContain("123456");
    assertThat(send("POST /api/v1/calls HTTP/1.1\r\nContent-Type: text/plain", "{}"))
        .startsWith("HTTP/1.1 415");
    assertThat(send("POST /api/v1/calls HTTP/1.1", "{}")).startsWith("HTTP/1.1 415");
  }

  @Test
  void doesNotReadBodiesThatAreTooLong() throws Exception {
    byte[] step = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    String host = "\r\nHost: localhost\r\nConnection: close";
    String known =
        RawClient.exchange(
            face.port(),
            out -> {
              out.write(
                  (POST + host + "\r\nContent-Length: 104857600\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
              for (int i = 0; i < 1_600; i++) {
                out.write(step);
              }
            });
    assertThat(known).startsWith("HTTP/1.1 413").contains("too-large");
    String chunked =
        RawClient.exchange(
            face.port(),
            out -> {
              out.write(
                  (POST + host + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
              for (int i = 0; i < 1_600; i++) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(step);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
              }
            });
    assertThat(chunked).startsWith("HTTP/1.1 413");
  }

  @Test
  void doesNotWaitForBodiesThatTrickle() throws Exception {
    long start = System.nanoTime();
    String answer =
        RawClient.exchange(
            face.port(),
            out -> {
              out.write(
                  (POST
                          + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n{")
                      .getBytes(StandardCharsets.US_ASCII));
              for (int i = 0; i < 15; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
              }
            });
    assertThat(answer).startsWith("HTTP/1.1 408");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void keepsStrangePagesOut() throws Exception {
    assertThat(whole("GET /api/v1/units/" + UNIT + " HTTP/1.1\r\nHost: evil.example"))
        .startsWith("HTTP/1.1 421");
    assertThat(whole("GET /api/v1/units/" + UNIT + " HTTP/1.1\r\nHost: localhost:1"))
        .startsWith("HTTP/1.1 200");
    assertThat(send(POST + "\r\nOrigin: http://evil.example", "{}")).startsWith("HTTP/1.1 403");
    assertThat(send(POST + "\r\nOrigin: null", "{}")).startsWith("HTTP/1.1 403");
    assertThat(send(POST + "\r\nSec-Fetch-Site: cross-site", "{}")).startsWith("HTTP/1.1 403");
    assertThat(send(POST + "\r\nOrigin: http://127.0.0.1:" + face.port(), "{}"))
        .startsWith("HTTP/1.1 201");
    assertThat(get("/api/v1/units/" + UNIT))
        .contains("Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff")
        .doesNotContain("Access-Control", "Server:");
  }

  @Test
  void neverTellsWhatFailedInside() throws Exception {
    assertThat(get("/api/v1/figures"))
        .startsWith("HTTP/1.1 500")
        .doesNotContain("secret", "IllegalState");
  }

  @Test
  void breaksOffWorkThatTakesTooLong() throws Exception {
    assertThat(get("/api/v1/kpi")).startsWith("HTTP/1.1 503").contains("Retry-After: 5");
  }

  @Test
  void keepsPlacesForCallsWhenListsFloodIn() throws Exception {
    Thread[] flood = new Thread[40];
    int[] status = new int[flood.length];
    for (int i = 0; i < flood.length; i++) {
      int n = i;
      flood[i] =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  status[n] = RawClient.status(get("/api/v1/units"));
                } catch (Exception e) {
                  status[n] = -1;
                }
              });
    }
    Thread.sleep(300);
    assertThat(send(POST, "{}")).startsWith("HTTP/1.1 201");
    for (Thread thread : flood) {
      thread.join();
    }
    assertThat(status).containsOnly(429, 503).contains(429);
  }

  @Test
  void answersGarbageWithARefusal() throws Exception {
    for (String garbage :
        new String[] {
          "\u0000\u0001\u0002\r\n\r\n",
          "GET\r\n\r\n",
          "GET / HTTP/9.9\r\n\r\n",
          "POST /api/v1/calls HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
          "POST /api/v1/calls HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
          "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(40_000) + "\r\n\r\n"
        }) {
      int status =
          RawClient.status(
              RawClient.exchange(face.port(), garbage.getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(status)
          .as(garbage.substring(0, Math.min(50, garbage.length())))
          .isBetween(400, 499);
    }
  }

  private String get(String path) throws Exception {
    return send("GET " + path + " HTTP/1.1", "");
  }

  private String send(String head, String body) throws Exception {
    return sendBytes(head, body.getBytes(StandardCharsets.UTF_8));
  }

  private String sendBytes(String head, byte[] body) throws Exception {
    return RawClient.exchange(face.port(), head, body);
  }

  private String whole(String head) throws Exception {
    return RawClient.exchange(
        face.port(), (head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
