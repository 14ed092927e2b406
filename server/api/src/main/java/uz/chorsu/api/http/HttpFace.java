package uz.chorsu.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/// The HTTP server: sockets, routes and what every request goes through.
public final class HttpFace implements AutoCloseable {
  private static final String BASE = "/api/v1";

  private final Routes routes;
  private final Javalin javalin;

  public HttpFace(Routes routes) {
    this.routes = routes;
    this.javalin = Javalin.create(this::configure);
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
  }

  private void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.http.prefer405over404 = true;
    for (Map.Entry<String, RouteHandler> route : routes.handlers().entrySet()) {
      Operation operation = routes.description().get(route.getKey());
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(operation.method()),
          BASE + operation.path(),
          context -> serve(context, operation, route.getValue()));
    }
  }

  private void serve(Context context, Operation operation, RouteHandler handler) {
    Answer answer;
    try {
      answer = handler.handle(read(context, operation));
    } catch (Exception e) {
      answer = Problems.answer(e);
    }
    write(context, answer);
  }

  private Exchange read(Context context, Operation operation) throws IOException {
    Map<String, String> query = Requests.query(context.queryString());
    Requests.check(operation, context.pathParamMap(), query, context::header);
    byte[] body = new byte[0];
    Operation.Body described = operation.body();
    if (described != null) {
      body = context.req().getInputStream().readNBytes(operation.maxBodyBytes() + 1);
    }
    Exchange exchange =
        new Exchange(
            operation, context.pathParamMap(), query, context::header, body, UUID.randomUUID());
    if (described != null && described.contentType().equals("application/json")) {
      if (body.length > 0 || described.required()) {
        described.schema().check(exchange.tree(), "");
        if (!operation.method().equals("PATCH")) {
          described.schema().fillDefaults(exchange.tree());
        }
      }
    }
    return exchange;
  }

  private static void write(Context context, Answer answer) {
    context.status(answer.status());
    answer.headers().forEach(context::header);
    Object body = answer.body();
    if (body != null) {
      context.contentType(answer.contentType());
      context.result(
          switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            default -> Json.write(body);
          });
    }
  }
}
