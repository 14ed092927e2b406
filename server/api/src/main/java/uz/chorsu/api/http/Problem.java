package uz.chorsu.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.ChorsuException;

/// A refusal with a status of its own, told as problem details (RFC 9457). Handlers need it only
/// where the family of `uz.chorsu.model` has no word for it.
public final class Problem extends ChorsuException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, Object> more;
  private final @Nullable Integer retryAfterSeconds;

  /// @param code a stable word
  /// @param detail one sentence for a person, without personal values
  public Problem(int status, String code, String detail) {
    this(status, code, detail, Map.of(), null);
  }

  /// @param more members beside the standard ones, such as `outcomes`
  public Problem(int status, String code, String detail, Map<String, Object> more) {
    this(status, code, detail, more, null);
  }

  private Problem(
      int status,
      String code,
      String detail,
      Map<String, Object> more,
      @Nullable Integer retryAfterSeconds) {
    super(code, detail);
    this.status = status;
    this.more = new LinkedHashMap<>(more);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// 400: the bytes cannot be read as what they should be.
  public static Problem unreadable(String detail) {
    return new Problem(400, "unreadable", detail);
  }

  /// 429: come back later.
  public static Problem slowDown(int retryAfterSeconds, String detail) {
    return new Problem(429, "slow-down", detail, Map.of(), retryAfterSeconds);
  }

  /// 503: a part that this request needs is down.
  public static Problem partDown(int retryAfterSeconds, String detail) {
    return new Problem(503, "part-down", detail, Map.of(), retryAfterSeconds);
  }

  public int status() {
    return status;
  }

  Map<String, Object> more() {
    return more;
  }

  @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
