package uz.chorsu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import uz.chorsu.database.DirectoryLock;

/// What `run` refuses, each with one sentence that says what to do.
class RunRefusalsTest {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", "8.8.8.8"})
  void listeningToOthersIsRefusedUntilThereAreLogins(String address) {
    Outcome outcome = inThisJvm("run", "--data", data.toString(), "--bind", address);
    assertThat(outcome.value()).isEqualTo(2);
    assertThat(outcome.said()).contains("no logins yet").contains("ssh -L 8080:127.0.0.1:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 0, --port must be from 1 to 65535",
    "--port, 65536, --port must be from 1 to 65535",
    "--port, http, Invalid value",
    "--speed, 0, --speed must be above 0",
    "--speed, NaN, --speed must be above 0",
    "--speed, 1001, at most 1000",
    "--seed, x, Invalid value",
    "--database, mysql://u:secret@h/d, must look like postgresql://",
    "--bind, no-such-host.invalid, is no address of this machine"
  })
  void wrongArgumentsAreNamed(String option, String value, String expected) {
    Outcome outcome = inThisJvm("run", "--data", data.toString(), option, value);
    assertThat(outcome.value()).isIn(1, 2);
    assertThat(outcome.said()).contains(expected).doesNotContain("secret", "\tat ");
  }

  @Test
  void aSecondChorsuOnTheDirectoryIsRefused() throws Exception {
    try (DirectoryLock held = DirectoryLock.take(data, Duration.ZERO)) {
      assertThat(held).isNotNull();
      Outcome outcome = inAJvmOfItsOwn("--port", Integer.toString(freePort()));
      assertThat(outcome.value()).isEqualTo(1);
      assertThat(outcome.said())
          .contains("in use by another Chorsu (process " + ProcessHandle.current().pid() + ")")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aTakenPortIsSaidBeforeTheLongWorkOfAFirstStart() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = inAJvmOfItsOwn("--port", Integer.toString(other.getLocalPort()));
      assertThat(outcome.value()).isEqualTo(1);
      assertThat(outcome.said())
          .contains("Port " + other.getLocalPort() + " on 127.0.0.1 is taken")
          .doesNotContain("\tat ");
      assertThat(data.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aCityThatIsNoMapIsRefusedAndTheOneInUseStays() throws Exception {
    Path remembered = data.resolve("city-in-use.properties");
    Files.writeString(remembered, "folder=abc\norigin=file\n");
    Path broken = data.resolve("broken.osm");
    Files.writeString(broken, "<osm version='0.6'><node id='1' lat='41.3'");
    Outcome outcome =
        inAJvmOfItsOwn(
            "--port", Integer.toString(freePort()), "--city", broken.toString(), "--empty");
    assertThat(outcome.value()).isEqualTo(1);
    assertThat(outcome.said()).contains("city").doesNotContain("\tat ");
    assertThat(Files.readString(remembered)).isEqualTo("folder=abc\norigin=file\n");

    Outcome missing =
        inAJvmOfItsOwn("--port", Integer.toString(freePort()), "--city", "no-such-file.osm.pbf");
    assertThat(missing.value()).isEqualTo(1);
    assertThat(missing.said()).contains("no-such-file.osm.pbf");
  }

  private record Outcome(int value, String said) {}

  private static Outcome inThisJvm(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));
    int value = line.execute(arguments);
    return new Outcome(value, said.toString());
  }

  private Outcome inAJvmOfItsOwn(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    Path output = data.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
    return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
