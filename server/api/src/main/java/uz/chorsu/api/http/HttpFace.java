package uz.chorsu.api.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.model.SignonId;

/// The HTTP server: sockets, routes and what every request goes through. Javalin is known here and
/// nowhere else.
public final class HttpFace implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpFace.class);
  private static final String BASE = "/api/v1";
  private static final int MOST_CONNECTIONS = 4_000;
  private static final int LONGEST_HEAD_BYTES = 16 * 1024;

  static {
    // Start and stop are told by the program itself, once.
    JavalinLogger.startupInfo = false;
  }

  private final Routes routes;
  private final Parts parts;
  private final TimeLimit timeLimit = new TimeLimit();
  private final Service service;
  private final Door door;
  private final Javalin javalin;

  /// What the server is made of.
  ///
  /// @param signons the person behind a sign-on
  /// @param hosts names under which it may be called, without port
  /// @param limits how long things may take
  public record Parts(
      AnswerStore answers,
      Meters meters,
      Function<SignonId, Optional<Actor>> signons,
      Set<String> hosts,
      InstantSource clock,
      Limits limits) {}

  public HttpFace(Routes routes, Parts parts) {
    this.routes = routes;
    this.parts = parts;
    Gate gate = new Gate(Gate.USUAL);
    this.service = new Service(timeLimit, gate, parts);
    this.door = new Door(parts.hosts());
    this.javalin = Javalin.create(this::configure);
    for (Operation.Load load : Operation.Load.values()) {
      parts
          .meters()
          .gauge(
              "chorsu_http_busy_" + load.name().toLowerCase(java.util.Locale.ROOT),
              "Requests at work in this class",
              () -> gate.busy(load));
    }
  }

  /// @param host the address to listen on
  /// @param port 0 chooses a free one
  public void start(String host, int port) {
    javalin.start(host, port);
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    timeLimit.close();
  }

  private void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.router.ignoreTrailingSlashes = false;
    config.http.maxRequestSize = Long.MAX_VALUE;
    config.jetty.modifyServer(HttpFace::prepare);
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setRequestHeaderSize(LONGEST_HEAD_BYTES);
    });
    config.routes.before(context -> {
      Door.putHeaders(context.res());
      door.check(context.req());
    });
    config.routes.exception(HttpResponseException.class, (e, context) -> nothingThere(context));
    config.routes.exception(Exception.class, (e, context) -> send(context, failed(e)));
    addOperations(config);
    routes.pages().forEach((path, handler) -> addPage(config, path, handler));
  }

  private static void prepare(Server server) {
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(new EarlyErrors());
    server.setStopTimeout(0);
  }

  private void addOperations(JavalinConfig config) {
    routes
        .handlers()
        .forEach((id, handler) -> {
          Operation operation = routes.description().get(id);
          add(config, operation.method(), operation, handler);
          if (operation.method().equals("GET")) {
            add(config, "HEAD", operation, handler);
          }
        });
    routes
        .streams()
        .forEach((id, handler) -> {
          Operation operation = routes.description().get(id);
          config.routes.addHttpHandler(
              HandlerType.GET,
              BASE + operation.path(),
              context -> stream(context, operation, handler));
        });
  }

  private void add(JavalinConfig config, String method, Operation operation, RouteHandler handler) {
    config.routes.addHttpHandler(
        HandlerType.findOrCreate(method),
        BASE + operation.path(),
        context -> serve(context, operation, handler));
  }

  private static void addPage(JavalinConfig config, String path, RawHandler handler) {
    for (HandlerType method : Set.of(HandlerType.GET, HandlerType.HEAD)) {
      config.routes.addHttpHandler(
          method, path, context -> handler.handle(context.req(), context.res()));
    }
  }

  private void serve(Context context, Operation operation, RouteHandler handler) {
    long start = System.nanoTime();
    Stored answer = service.serve(context.req(), context.pathParamMap(), operation, handler);
    send(context, answer);
    parts.meters().answered(operation.id(), answer.status(), System.nanoTime() - start);
    if (answer.status() == 413) {
      try {
        context.res().setHeader("Connection", "close");
        context.res().setContentLength(answer.body().length);
        context.res().getOutputStream().write(answer.body());
        context.res().flushBuffer();
        context.result(new byte[0]);
      } catch (IOException e) {
        return;
      }
      service.linger(context.req());
    }
  }

  private void stream(Context context, Operation operation, StreamHandler handler) {
    EventStream stream = new EventStream(context.req(), context.res());
    try {
      handler.handle(
          service.streamExchange(context.req(), context.pathParamMap(), operation), stream);
    } catch (Exception e) {
      if (!stream.isOpen()) {
        send(context, failed(e));
      } else if (!(e instanceof IOException)) {
        log.error("A stream ended", e);
      }
    }
  }

  private void nothingThere(Context context) {
    String path = context.path();
    Set<String> allowed = routes.description().methodsOf(path, BASE);
    RawHandler files = routes.files();
    try {
      if (!allowed.isEmpty()) {
        Answer answer =
            Problems.of(
                405,
                "method-not-allowed",
                "Here only " + String.join(", ", allowed),
                java.util.Map.of());
        send(context, rendered(answer.header("Allow", String.join(", ", allowed))));
      } else if (path.equals("/api") || path.startsWith("/api/") || files == null) {
        send(context, failed(new Problem(404, "not-found", "There is nothing at this address")));
      } else if (!Set.of("GET", "HEAD").contains(context.req().getMethod())) {
        Answer answer = Problems.of(405, "method-not-allowed", "Here only GET", java.util.Map.of());
        send(context, rendered(answer.header("Allow", "GET, HEAD")));
      } else {
        context.status(200);
        files.handle(context.req(), context.res());
      }
    } catch (IOException e) {
      log.debug("A file was not taken to its end: {}", e.getMessage());
    } catch (RuntimeException e) {
      send(context, failed(e));
    }
  }

  private static Stored failed(Exception e) {
    return rendered(Problems.answer(e));
  }

  private static Stored rendered(Answer answer) {
    return Service.rendered(answer, "");
  }

  private static void send(Context context, Stored answer) {
    context.status(answer.status());
    answer.headers().forEach(context::header);
    if (!answer.headers().containsKey("Cache-Control")) {
      context.header("Cache-Control", "no-store");
    }
    if (answer.status() != 204) {
      context.contentType(answer.contentType());
      context.result(answer.body());
    }
  }
}
