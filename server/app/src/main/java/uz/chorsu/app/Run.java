package uz.chorsu.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uz.chorsu.database.DatabaseAddress;
import uz.chorsu.database.DirectoryLock;
import uz.chorsu.model.Conflict;

/// `run`: Chorsu until it is told to stop.
@Command(
    name = "run",
    description = "Starts Chorsu. It is ready when it says so, and stops on Ctrl-C or SIGTERM.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Run implements Callable<Integer> {
  private static final Duration PATIENCE_WITH_PREDECESSOR = Duration.ofSeconds(3);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Everything Chorsu keeps (default: ./data).")
  private Path data = Path.of("data");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where browsers find it (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on; only this machine's own until there are logins.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--city",
      paramLabel = "FILE",
      description =
          "Work in this city: an OpenStreetMap file (.osm.pbf, .osm, .osm.gz). Remembered; without"
              + " it the last city stays, and the first is a generated one.")
  private @Nullable Path city;

  @Option(names = "--empty", description = "Nobody plays the people and crews.")
  private boolean empty;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the generated city and of those who live in it (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "Simulated seconds in one real second (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:CHORSU_DATABASE}",
      description =
          "Use this PostgreSQL instead of the embedded one: postgresql://USER@HOST/DATABASE."
              + " Password in PGPASSWORD or in the file that PGPASSFILE names.")
  private @Nullable String database;

  @Override
  public Integer call() throws Exception {
    Settings settings = check();
    DirectoryLock lock = DirectoryLock.take(settings.data().root(), PATIENCE_WITH_PREDECESSOR);
    Logging.start(settings.data().logs());
    checkPortIsFree(settings);
    Stop stop = new Stop(lock);
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    stop.owns(Chorsu.start(settings, Programs.ofEnvironment(), System.err));
    System.out.println("Chorsu is ready at " + settings.url());
    System.out.flush();
    // Until a signal ends the JVM.
    new CountDownLatch(1).await();
    return 0;
  }

  private Settings check() {
    if (port < 1 || port > 65_535) {
      throw wrong("--port must be from 1 to 65535, not " + port);
    }
    if (!(speed > 0 && speed <= 1_000)) {
      throw wrong("--speed must be above 0 and at most 1000, not " + speed);
    }
    Optional<DatabaseAddress> outside =
        Optional.ofNullable(database)
            .filter(text -> !text.isBlank())
            .map(text -> DatabaseAddress.parse(text, System.getenv()));
    return new Settings(
        new DataDirectory(data),
        loopback(),
        port,
        Optional.ofNullable(city),
        Optional.ofNullable(seed),
        speed,
        !empty,
        outside);
  }

  private InetAddress loopback() {
    try {
      InetAddress address = InetAddress.getByName(bind);
      if (address.isLoopbackAddress()) {
        return address;
      }
    } catch (UnknownHostException e) {
      throw wrong("--bind " + bind + " is no address of this machine");
    }
    throw wrong(
        "--bind "
            + bind
            + " is refused: Chorsu has no logins yet, so it listens on this machine only"
            + " (127.0.0.1, ::1 or localhost). From another machine use an SSH tunnel: ssh -L "
            + port
            + ":127.0.0.1:"
            + port
            + " HOST");
  }

  /// Before the long work of a first start, not after it.
  private static void checkPortIsFree(Settings settings) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.address(), settings.port()));
    } catch (BindException e) {
      throw new Conflict(
          "port-taken",
          "Port "
              + settings.port()
              + " on "
              + settings.address().getHostAddress()
              + " is taken by another program. Choose another one with --port.");
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException(message);
    }
    return new CommandLine.ParameterException(known.commandLine(), message);
  }
}
