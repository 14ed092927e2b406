package uz.chorsu.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.SignonId;

/// One request, already checked against the description, as a handler reads it.
public final class Exchange {
  private final Operation operation;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Headers headers;
  private final byte[] body;
  private final UUID requestId;
  private final Function<SignonId, Optional<Actor>> signons;
  private @Nullable JsonNode tree;

  /// Headers by name, upper and lower case alike.
  interface Headers {
    @Nullable String get(String name);
  }

  Exchange(
      Operation operation,
      Map<String, String> path,
      Map<String, String> query,
      Headers headers,
      byte[] body,
      UUID requestId,
      Function<SignonId, Optional<Actor>> signons) {
    this.operation = operation;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.requestId = requestId;
    this.signons = signons;
  }

  /// @throws Refused if the body breaks the description
  void checkBody() {
    Operation.Body described = operation.body();
    if (described == null || body.length == 0) {
      return;
    }
    if (!described.contentType().equals("application/json")) {
      text();
      return;
    }
    described.schema().check(tree(), "");
    if (!operation.method().equals("PATCH")) {
      described.schema().fillDefaults(tree());
    }
  }

  public Operation operation() {
    return operation;
  }

  /// The id of what this request makes, and the mark of the request itself: derived from the
  /// `Idempotency-Key` when there is one, so that the same request sent again, even after a crash,
  /// has the same id; else new. Give it to the command that makes something.
  public UUID requestId() {
    return requestId;
  }

  /// Whether the id will come again when the caller repeats the request.
  public boolean isRepeatable() {
    return headers.get("Idempotency-Key") != null;
  }

  /// Who sends it, for the record: name and desk, or "not signed on". Not verified yet.
  ///
  /// @throws Refused if the header is not a UUID
  public Actor actor() {
    return signonId().flatMap(signons).orElse(Actor.NOBODY);
  }

  /// The sign-on that came along; empty when nobody signed on.
  ///
  /// @throws Refused if the header is not a UUID
  public Optional<SignonId> signonId() {
    return Optional.ofNullable(headers.get("Chorsu-Signon"))
        .filter(text -> !text.isEmpty())
        .map(SignonId::parse);
  }

  public Optional<String> findHeader(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The `{id}` of the path.
  public UUID id() {
    return UUID.fromString(path("id"));
  }

  /// A `{name}` of the path.
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException(operation.id() + " has no " + name + " in its path");
    }
    return value;
  }

  /// The body as a record. Required members, types, ranges and unknown members were checked against
  /// the description before.
  ///
  /// @throws Refused if it does not fit the record nevertheless
  public <T> T body(Class<T> type) {
    try {
      return Json.bind(tree(), type);
    } catch (JsonProcessingException e) {
      throw new Refused("body", "as " + operation.id() + " describes it", null);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The body as a record, if there is one.
  public <T> Optional<T> findBody(Class<T> type) {
    return body.length == 0 ? Optional.empty() : Optional.of(body(type));
  }

  /// The body as JSON; null if there is none.
  public JsonNode tree() {
    JsonNode known = tree;
    if (known == null) {
      known = body.length == 0 ? NullNode.instance : Json.read(body);
      tree = known;
    }
    return known;
  }

  /// The body as text, such as CSV.
  public String text() {
    return Json.text(body);
  }

  /// A query parameter or its default from the description; empty if neither is there. A parameter
  /// without text counts as left out, unless it is required.
  public Optional<String> findQuery(String name) {
    Operation.Parameter parameter =
        operation
            .find("query", name)
            .orElseThrow(
                () -> new IllegalArgumentException(operation.id() + " has no parameter " + name));
    String value = query.get(name);
    if (value != null && (!value.isEmpty() || parameter.required())) {
      return Optional.of(value);
    }
    return Optional.ofNullable(parameter.schema().fallback()).map(JsonNode::asText);
  }

  /// @throws Refused if it is left out and has no default
  public String query(String name) {
    return findQuery(name).orElseThrow(() -> new Refused(name, "there", null));
  }

  public Optional<Double> findDouble(String name) {
    return findQuery(name).map(Double::parseDouble);
  }

  public double doubleQuery(String name) {
    return Double.parseDouble(query(name));
  }

  public Optional<Long> findLong(String name) {
    return findQuery(name).map(Long::parseLong);
  }

  public int intQuery(String name) {
    return Integer.parseInt(query(name));
  }

  public boolean booleanQuery(String name) {
    return findQuery(name).map(Boolean::parseBoolean).orElse(false);
  }

  public Optional<Instant> findInstant(String name) {
    return findQuery(name).flatMap(Texts::findInstant);
  }

  public Optional<UUID> findUuid(String name) {
    return findQuery(name).map(UUID::fromString);
  }

  /// How many items of a list at most.
  public int limit() {
    return intQuery("limit");
  }

  /// Where the last page ended: what [Cursor#write] made of its last item. Empty on the first page.
  ///
  /// @param parts how many parts it has
  /// @throws Refused if the cursor is not one of ours
  public Optional<List<String>> cursor(int parts) {
    return findQuery("cursor").map(text -> Cursor.read(text, parts));
  }

  /// The version of `If-Match`. The plumbing has already answered 428 if the header was required
  /// and not there; `*` means whatever it is now.
  ///
  /// @param current the version now; asked for `*`
  /// @throws Problem 412 if it is another one
  public void requireVersion(long current) {
    String wanted = headers.get("If-Match");
    if (wanted == null || wanted.equals("*") || wanted.equals("\"" + current + "\"")) {
      return;
    }
    throw new Problem(
        412, "precondition-failed", "Somebody was faster; the version now is " + current);
  }

  /// The version number in `If-Match`, for a compare in the database; empty for `*` or none.
  ///
  /// @throws Problem 412 if it is not a version of ours
  public Optional<Long> findVersion() {
    String wanted = headers.get("If-Match");
    if (wanted == null || wanted.equals("*")) {
      return Optional.empty();
    }
    if (!wanted.matches("\"\\d{1,18}\"")) {
      throw new Problem(412, "precondition-failed", "If-Match is not an ETag that was given out");
    }
    return Optional.of(Long.parseLong(wanted.substring(1, wanted.length() - 1)));
  }

  /// For a noun whose id is unknown.
  public NotFound notFound(String noun) {
    return new NotFound(noun, path("id"));
  }
}
