package uz.chorsu.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.model.SignonId;
import uz.chorsu.model.UuidV7;

/// What every operation goes through: checked, given a place to work in, done within its time, and
/// done once.
final class Service {
  private final Bodies bodies;
  private final Duration longest;
  private final Gate gate;
  private final TimeLimit timeLimit;
  private final Repeats repeats;
  private final Function<SignonId, Optional<Actor>> signons;
  private final UuidV7 ids;

  Service(TimeLimit timeLimit, Gate gate, HttpFace.Parts parts) {
    this.timeLimit = timeLimit;
    this.gate = gate;
    this.bodies = new Bodies(timeLimit, parts.limits().body());
    this.longest = parts.limits().handler();
    this.repeats = new Repeats(parts.answers());
    this.signons = parts.signons();
    this.ids = new UuidV7(parts.clock(), new SecureRandom());
  }

  Stored serve(
      HttpServletRequest request,
      Map<String, String> path,
      Operation operation,
      RouteHandler handler) {
    try {
      Map<String, String> query = Requests.query(request.getQueryString());
      Requests.check(operation, path, query, request::getHeader);
      byte[] body = bodies.read(request, operation);
      Optional<Repeats.Marked> marked = mark(request, operation, body);
      UUID requestId =
          marked
              .map(key -> Repeats.requestId(key, operation.id() + " " + request.getRequestURI()))
              .orElseGet(ids::next);
      Exchange exchange =
          new Exchange(operation, path, query, request::getHeader, body, requestId, signons);
      exchange.checkBody();
      return marked.isEmpty()
          ? work(exchange, handler, "")
          : repeats.answer(marked.get(), () -> work(exchange, handler, marked.get().request()));
    } catch (Exception e) {
      return rendered(Problems.answer(e), "");
    }
  }

  Exchange streamExchange(
      HttpServletRequest request, Map<String, String> path, Operation operation) {
    Map<String, String> query = Requests.query(request.getQueryString());
    Requests.check(operation, path, query, request::getHeader);
    return new Exchange(
        operation, path, query, request::getHeader, new byte[0], ids.next(), signons);
  }

  void linger(HttpServletRequest request) {
    bodies.linger(request);
  }

  private Stored work(Exchange exchange, RouteHandler handler, String hash) {
    Problem tooSlow = Problem.partDown(5, "This took too long and was broken off");
    try (Gate.Pass _ = gate.enter(exchange.operation().load())) {
      return rendered(timeLimit.run(longest, tooSlow, () -> handler.handle(exchange)), hash);
    } catch (Exception e) {
      return rendered(Problems.answer(e), hash);
    }
  }

  private static Optional<Repeats.Marked> mark(
      HttpServletRequest request, Operation operation, byte[] body) {
    if (!operation.method().equals("POST")) {
      return Optional.empty();
    }
    String what = "POST " + request.getRequestURI() + "?" + orEmpty(request.getQueryString());
    return Repeats.key(request.getHeader("Idempotency-Key"))
        .map(key -> Repeats.mark(key, orEmpty(request.getHeader("Chorsu-Signon")), what, body));
  }

  static Stored rendered(Answer answer, String request) {
    Object body = answer.body();
    byte[] bytes =
        switch (body) {
          case null -> new byte[0];
          case byte[] raw -> raw;
          case String text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          default -> Json.write(body);
        };
    return new Stored(request, answer.status(), answer.contentType(), answer.headers(), bytes);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
