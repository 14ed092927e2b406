package uz.chorsu.api;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import uz.chorsu.api.http.Answers;
import uz.chorsu.api.http.Description;
import uz.chorsu.api.http.HttpFace;
import uz.chorsu.api.http.Meters;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.api.live.LiveFeed;
import uz.chorsu.api.live.LiveRoutes;
import uz.chorsu.api.routes.AlertRoutes;
import uz.chorsu.api.routes.AssignmentRoutes;
import uz.chorsu.api.routes.CallRoutes;
import uz.chorsu.api.routes.ClosureRoutes;
import uz.chorsu.api.routes.ConfigRoutes;
import uz.chorsu.api.routes.FigureRoutes;
import uz.chorsu.api.routes.HistoryRoutes;
import uz.chorsu.api.routes.IncidentRoutes;
import uz.chorsu.api.routes.JournalRoutes;
import uz.chorsu.api.routes.PlaceRoutes;
import uz.chorsu.api.routes.RecommendationRoutes;
import uz.chorsu.api.routes.RouteShape;
import uz.chorsu.api.routes.SignonRoutes;
import uz.chorsu.api.routes.UnitRoutes;
import uz.chorsu.api.site.DescriptionPage;
import uz.chorsu.api.site.Health;
import uz.chorsu.api.site.MapFile;
import uz.chorsu.api.site.MetricsPage;
import uz.chorsu.api.site.StaticFiles;
import uz.chorsu.command.Command;
import uz.chorsu.command.figures.Board;
import uz.chorsu.command.figures.BoardPage;
import uz.chorsu.command.figures.FiguresReader;
import uz.chorsu.command.figures.KpiReader;
import uz.chorsu.command.history.Histories;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.database.Database;
import uz.chorsu.roads.Roads;

/// The HTTP face of Chorsu: the API, the live feed, the browser side's files, health and metrics.
public final class Api implements AutoCloseable {
  // Until there are logins nobody but this machine may call.
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final String MAP = "/map/base.pmtiles";

  private final Setup setup;
  private final MapFile map;
  private final Meters meters = new Meters();
  private final Routes routes = new Routes(Description.load());
  private final Housekeeping housekeeping = new Housekeeping();
  private final LiveFeed live;
  private final HttpFace face;

  /// What the API stands on.
  ///
  /// @param roads the city in use; empty until one is loaded
  /// @param baseMap of the city in use; empty while it is being made
  /// @param demo people and crews are simulated
  /// @param web the folder of the built browser side
  /// @param answerKeys the file with the key for first answers; made on the first start
  /// @param board where the snapshot for paper is kept
  public record Setup(
      Database database,
      Command command,
      Supplier<Optional<Roads>> roads,
      Supplier<Optional<Path>> baseMap,
      boolean demo,
      Optional<Path> web,
      Path answerKeys,
      Path board,
      InstantSource clock) {}

  /// Wires everything; nobody can call before [#start].
  public Api(Setup setup) {
    this.setup = setup;
    this.map = new MapFile(setup.baseMap());
    Command command = setup.command();
    FiguresReader figures = new FiguresReader(command.changes());
    Board board =
        new Board(
            command.incidentList(),
            command.fleet(),
            new BoardPage(command.plan().timeZone()),
            setup.board());
    live =
        new LiveFeed(
            new DeskSource(command, figures),
            meters,
            setup.clock(),
            news -> setup.database().listen(Journal.CHANNEL, seq -> news.run(), news));
    groups(figures, board).forEach(group -> group.register(routes));
    addPages();
    Answers answers =
        Answers.open(setup.database(), Sealer.open(setup.answerKeys()), setup.clock());
    face = new HttpFace(routes, answers.parts(meters, command.signons()::findActor, HOSTS));
    meterPools();
    housekeeping.every(Duration.ofMinutes(1), "board", () -> board.write(setup.clock().instant()));
    housekeeping.every(Duration.ofMinutes(10), "old-answers", answers::sweep);
  }

  /// @param host a loopback address
  /// @param port 0 chooses a free one
  public void start(String host, int port) {
    face.start(host, port);
  }

  public int port() {
    return face.port();
  }

  /// Operations that are described and that nobody handles, by name.
  public Set<String> missing() {
    return routes.missing();
  }

  @Override
  public void close() {
    housekeeping.close();
    live.close();
    face.close();
  }

  /// The routes of every noun.
  private List<RouteGroup> groups(FiguresReader figures, Board board) {
    Command command = setup.command();
    return List.of(
        new CallRoutes(command),
        new IncidentRoutes(command),
        new AssignmentRoutes(command),
        new UnitRoutes(command, (from, to) -> RouteShape.between(setup.roads().get(), from, to)),
        new SignonRoutes(command),
        new RecommendationRoutes(command.recommender()),
        new AlertRoutes(command.alerts(), command.crewChecks()),
        new ClosureRoutes(command.closures()),
        new ConfigRoutes(command.plan()),
        new PlaceRoutes(
            command,
            setup.roads(),
            new PlaceRoutes.BaseMap(
                () -> map.findVersion().map(v -> MAP + "?v=" + v), setup.demo())),
        new LiveRoutes(live),
        new FigureRoutes(figures, new KpiReader(command.changes(), command.plan()), board),
        new HistoryRoutes(new Histories(command.changes())),
        new JournalRoutes(command.journal()));
  }

  private void addPages() {
    new DescriptionPage(routes.description()).register(routes);
    routes.page("/health", new Health(checks()));
    routes.page("/metrics", new MetricsPage(meters));
    routes.page(MAP, map);
    setup.web().ifPresent(folder -> routes.files(new StaticFiles(folder)));
  }

  private Map<String, Health.Check> checks() {
    Map<String, Health.Check> checks = new LinkedHashMap<>();
    checks.put(
        "database",
        () ->
            setup.database().isReady()
                ? Health.State.up("answers")
                : Health.State.down("does not answer"));
    checks.put(
        "journal",
        () -> {
          long behind = setup.command().journal().last() - live.lastSeq();
          return behind < 1_000
              ? Health.State.up("followed")
              : Health.State.less("the live feed is " + behind + " changes behind");
        });
    checks.put(
        "roads",
        () ->
            setup.roads().get().isPresent()
                ? Health.State.up("loaded")
                : Health.State.less("no city loaded: times are straight-line estimates"));
    checks.put(
        "map",
        () ->
            setup.baseMap().get().isPresent()
                ? Health.State.up("made")
                : Health.State.less("the base map is not made yet"));
    return checks;
  }

  private void meterPools() {
    Database database = setup.database();
    meters.gauges(
        "chorsu_database_connections_active",
        "Connections at work",
        "pool",
        () ->
            Map.of(
                "reserved", (double) database.reservedFigures().active(),
                "ordinary", (double) database.ordinaryFigures().active()));
    meters.gauges(
        "chorsu_database_connections_waiting",
        "Threads that wait for a connection",
        "pool",
        () ->
            Map.of(
                "reserved", (double) database.reservedFigures().waiting(),
                "ordinary", (double) database.ordinaryFigures().waiting()));
  }
}
