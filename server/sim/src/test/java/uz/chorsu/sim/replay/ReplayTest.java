package uz.chorsu.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the programs send, heard by an HTTP server that writes down every request.
class ReplayTest {
  private static final String HEADER = "Call Number,Call Type,Received DtTm,Address,Location\n";

  private record Heard(String path, String key, JsonNode body) {}

  @TempDir Path folder;
  private HttpServer server;
  private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicInteger busyAnswers = new AtomicInteger();

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    boolean busy =
        exchange.getRequestURI().getPath().endsWith("/calls") && busyAnswers.getAndDecrement() > 0;
    if (!busy) {
      heard.add(new Heard(exchange.getRequestURI().getPath(), key == null ? "" : key, body));
    }
    byte[] reply = "{\"id\":\"s1\",\"findings\":[]}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Retry-After", "0");
    exchange.sendResponseHeaders(busy ? 429 : 201, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private int play(byte[] content, String... more) throws IOException {
    Path file = folder.resolve("calls.csv");
    Files.write(file, content);
    List<String> args = new ArrayList<>(List.of("--format", "datasf-fire", "--url"));
    args.add("http://127.0.0.1:" + server.getAddress().getPort());
    args.addAll(List.of(more));
    args.add(file.toString());
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new Replay(out)).execute(args.toArray(String[]::new));
  }

  private int play(String rows) throws IOException {
    return play((HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  private List<Heard> calls() {
    return heard.stream().filter(one -> one.path().endsWith("/calls")).toList();
  }

  private String output() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theFirstRowOfEachCallNumberIsOneCallInTheFilesOrder() throws IOException {
    int code =
        play(
            """
            7,Structure Fire,01/10/2009 02:36:01 PM,A ST/B ST,"(37.77, -122.44)"
            7,Structure Fire,01/10/2009 02:36:01 PM,A ST/B ST,"(37.77, -122.44)"
            5,Medical Incident,01/10/2009 02:30:00 PM,C ST,"(37.70, -122.40)"
            """);

    assertThat(code).isZero();
    assertThat(calls()).hasSize(2);
    assertThat(calls().get(0).body().path("typeCode").asText()).isEqualTo("FIRE");
    assertThat(calls().get(0).body().path("lat").asDouble()).isEqualTo(37.77);
    assertThat(calls().get(1).body().path("typeCode").asText()).isEqualTo("MEDICAL");
    assertThat(calls().get(0).body().has("receivedAt")).isFalse();
    assertThat(output()).contains("played 2 calls, refused 0 rows");
  }

  @Test
  void theSameFileHasTheSameKeys() throws IOException {
    String row = "7,Alarms,01/10/2009 02:36:01 PM,A ST,\"(37.77, -122.44)\"\n";
    play(row);
    play(row);

    assertThat(calls().get(0).key()).isNotEmpty().isEqualTo(calls().get(1).key());
  }

  @Test
  void rowsThatCannotBeReadAreNamedAndTheRestGoesOn() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
    content.writeBytes("1,Alarms,yesterday,A ST,\"(1, 2)\"\n".getBytes(StandardCharsets.UTF_8));
    content.writeBytes("2,Alarms\n".getBytes(StandardCharsets.UTF_8));
    content.writeBytes("3,Al".getBytes(StandardCharsets.UTF_8));
    content.write(0xFF);
    content.writeBytes(
        "arms,01/10/2009 02:36:01 PM,A ST,\"(1, 2)\"\n".getBytes(StandardCharsets.UTF_8));
    content.writeBytes(
        ",Alarms,01/10/2009 02:36:01 PM,A ST,\"(1, 2)\"\n".getBytes(StandardCharsets.UTF_8));
    content.writeBytes(
        "4,Alarms,01/10/2009 02:36:01 PM,A ST,\"(1, 2)\"\n".getBytes(StandardCharsets.UTF_8));
    int code = play(content.toByteArray());

    assertThat(code).isZero();
    assertThat(calls()).hasSize(1);
    assertThat(output())
        .contains("refused: Received DtTm is not a time: 1 (first at line [2])")
        .contains("refused: wrong number of columns: 1 (first at line [3])")
        .contains("refused: not UTF-8: 1 (first at line [4])")
        .contains("refused: no call number: 1 (first at line [5])");
  }

  @Test
  void aMissingColumnOrAnEmptyFileIsSaidAndNothingIsPlayed() throws IOException {
    assertThat(play("Call Number,Address\n1,A ST\n".getBytes(StandardCharsets.UTF_8))).isOne();
    assertThat(output()).contains("the column \"Call Type\" is missing");
    assertThat(play(new byte[0])).isOne();
    assertThat(output()).contains("the file is empty");
    assertThat(calls()).isEmpty();
  }

  @Test
  void whenChorsuSaysSlowDownTheCallIsSentAgainWithTheSameKey() throws IOException {
    busyAnswers.set(3);
    int code = play("7,Alarms,01/10/2009 02:36:01 PM,A ST,\"(37.77, -122.44)\"\n");

    assertThat(code).isZero();
    assertThat(calls()).hasSize(1);
  }
}
