package uz.chorsu.model;

/// The one family of exceptions that Chorsu throws on purpose. The code is stable and may be shown
/// to a caller; the message is for people and holds no personal value.
public abstract class ChorsuException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  protected ChorsuException(String code, String message) {
    super(message);
    this.code = code;
  }

  protected ChorsuException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// A stable word for programs, such as `refused` or `conflict`.
  public String code() {
    return code;
  }
}
