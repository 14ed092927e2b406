package uz.chorsu.model;

/// A wish that the present state forbids, such as a unit that is already sent: 409 at a door.
public final class Conflict extends ChorsuException {
  private static final long serialVersionUID = 1L;
  private final String rule;

  /// @param rule a stable word, such as `unit-busy` or `crews-on-incident`
  /// @param message one sentence for a person, without personal values
  public Conflict(String rule, String message) {
    super("conflict", message);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
