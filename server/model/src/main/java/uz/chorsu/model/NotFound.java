package uz.chorsu.model;

/// Nothing with that id: 404 at a door.
public final class NotFound extends ChorsuException {
  private static final long serialVersionUID = 1L;

  /// @param what the noun, such as `incident`
  /// @param id as the caller gave it
  public NotFound(String what, Object id) {
    super("not-found", "There is no " + what + " " + id);
  }
}
