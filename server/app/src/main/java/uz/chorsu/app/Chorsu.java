package uz.chorsu.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.api.Api;
import uz.chorsu.command.Command;
import uz.chorsu.database.Database;
import uz.chorsu.database.PostgresServer;
import uz.chorsu.roads.Roads;

/// All of Chorsu in this process, wired by constructors. What is started later stands on what was
/// started earlier, so it stops in the opposite order.
final class Chorsu implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Chorsu.class);

  private final Settings settings;
  private final Programs programs;
  private final PrintStream progress;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;
  private volatile @Nullable Database database;

  private Chorsu(Settings settings, Programs programs, PrintStream progress) {
    this.settings = settings;
    this.programs = programs;
    this.progress = progress;
  }

  /// Returns when people can work.
  ///
  /// @param progress gets lines about work that takes long
  /// @throws uz.chorsu.model.ChorsuException saying what is in the way; nothing runs then
  static Chorsu start(Settings settings, Programs programs, PrintStream progress) {
    Chorsu chorsu = new Chorsu(settings, programs, progress);
    try {
      chorsu.start();
      return chorsu;
    } catch (RuntimeException e) {
      chorsu.close();
      throw e;
    }
  }

  /// Whether calls can be stored now.
  boolean isReady() {
    Database now = database;
    return now != null && now.isReady();
  }

  @Override
  public void close() {
    while (true) {
      AutoCloseable last;
      synchronized (started) {
        closed = true;
        last = started.pollLast();
      }
      if (last == null) {
        return;
      }
      stop(last);
    }
  }

  private void start() {
    long begin = System.nanoTime();
    CompletableFuture<Database> database = beside(this::openDatabase);
    CompletableFuture<CityInUse.Chosen> city = beside(this::chooseCity);
    CompletableFuture<Roads> roads = city.thenApply(chosen -> keep(Roads.open(chosen.folder())));
    awaitBoth(database, roads);
    wire(database.join(), roads.join(), city.join());
    log.info("Started in {} ms", (System.nanoTime() - begin) / 1_000_000);
  }

  private void wire(Database database, Roads roads, CityInUse.Chosen city) {
    log.info("City: {}", roads.city().name());
    this.database = database;
    Command command = keep(new Command(desk(database, roads)));
    int units = command.starterFleet().raise(roads);
    if (units > 0) {
      log.info("A fleet of {} units to begin with stands at the stations and hospitals", units);
    }
    BaseMapMaker baseMap = keep(new BaseMapMaker(city));
    Api api = keep(new Api(face(database, command, roads, baseMap)));
    api.start(settings.address().getHostAddress(), settings.port());
    baseMap.begin(programs, progress);
    if (settings.populated()) {
      keep(new LivingCity(programs, settings.url(), settings.seed().orElse(1L), settings.speed()));
    }
  }

  private Command.Setup desk(Database database, Roads roads) {
    return new Command.Setup(
        database,
        () -> Optional.of(roads),
        settings.data().deskKey(),
        settings.data().plan(),
        InstantSource.system());
  }

  private Api.Setup face(Database database, Command command, Roads roads, BaseMapMaker baseMap) {
    return new Api.Setup(
        database,
        command,
        () -> Optional.of(roads),
        baseMap::find,
        settings.populated(),
        Optional.of(programs.web()).filter(Files::isDirectory),
        settings.data().answerKey(),
        settings.data().board(),
        InstantSource.system());
  }

  private Database openDatabase() {
    if (settings.database().isPresent()) {
      return keep(Database.open(settings.database().get(), Database.Sizes.DEFAULT));
    }
    DataDirectory data = settings.data();
    PostgresServer server = keep(PostgresServer.start(data.postgres(), data.programs()));
    return keep(Database.open(server, Database.Sizes.DEFAULT));
  }

  private CityInUse.Chosen chooseCity() {
    return new CityInUse(settings.data(), programs, progress)
        .choose(settings.city(), settings.seed());
  }

  /// Remembers what must be stopped. Two parts start beside each other; when one fails, the other
  /// may come too late and is stopped at once.
  private <T extends AutoCloseable> T keep(T part) {
    synchronized (started) {
      if (!closed) {
        started.addLast(part);
        return part;
      }
    }
    stop(part);
    throw new IllegalStateException("Chorsu is stopping");
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.error("{} did not stop in order", part.getClass().getSimpleName(), e);
    }
  }

  private static <T> CompletableFuture<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /// Waits for both, or for the one that fails first: its sentence must not wait for the other.
  private static void awaitBoth(CompletableFuture<?> one, CompletableFuture<?> other) {
    try {
      CompletableFuture.anyOf(one, other).join();
      CompletableFuture.allOf(one, other).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
