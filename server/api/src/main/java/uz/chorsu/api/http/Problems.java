package uz.chorsu.api.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.chorsu.model.ChorsuException;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;

/// Makes problem details (RFC 9457) of what went wrong.
final class Problems {
  static final String CONTENT_TYPE = "application/problem+json";
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static Answer answer(Throwable thrown) {
    return switch (thrown) {
      case Refused refused -> refused(refused);
      case NotFound missing -> of(404, missing.code(), missing.getMessage(), Map.of());
      case Conflict conflict ->
          of(409, conflict.code(), conflict.getMessage(), Map.of("rule", conflict.rule()));
      case Problem problem -> {
        Answer answer = of(problem.status(), problem.code(), problem.getMessage(), problem.more());
        Integer seconds = problem.retryAfterSeconds();
        yield seconds == null ? answer : answer.header("Retry-After", seconds.toString());
      }
      case ChorsuException other -> {
        log.warn("A part refused: {}", other.getMessage());
        yield of(503, "part-down", "A part that this request needs is down", Map.of())
            .header("Retry-After", "5");
      }
      default -> {
        if (Outage.isCause(thrown)) {
          log.warn("The database did not answer: {}", thrown.getMessage());
          yield answer(Problem.partDown(2, "The database does not answer just now"));
        }
        log.error("A request failed", thrown);
        yield of(500, "failed", "Chorsu could not do this; its log has the reason", Map.of());
      }
    };
  }

  static Answer of(int status, String code, @Nullable String detail, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title(status));
    body.put("status", status);
    body.put("code", code);
    if (detail != null) {
      body.put("detail", detail);
    }
    body.putAll(more);
    return new Answer(status, CONTENT_TYPE, body, Map.of());
  }

  private static Answer refused(Refused refused) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("field", refused.field());
    more.put("rule", refused.rule());
    String value = refused.value();
    if (value != null) {
      more.put("value", JsonNodeFactory.instance.textNode(Texts.printable(value)));
    }
    return of(422, refused.code(), refused.getMessage(), more);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Not readable";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 406 -> "Not acceptable";
      case 408 -> "Too slow";
      case 409 -> "Conflict";
      case 412 -> "Precondition failed";
      case 413 -> "Too large";
      case 414 -> "Address too long";
      case 415 -> "Unsupported media type";
      case 416 -> "Range not satisfiable";
      case 421 -> "Wrong host";
      case 422 -> "Refused";
      case 428 -> "Precondition required";
      case 429 -> "Slow down";
      case 431 -> "Headers too large";
      case 503 -> "A part is down";
      default -> status < 500 ? "Refused" : "Failed";
    };
  }
}
