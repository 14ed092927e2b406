package uz.chorsu.model;

import org.jspecify.annotations.Nullable;

/// An input that breaks a rule: which field, which rule and, unless the field is personal, which
/// value. A door turns it into 422 problem details (RFC 9457).
public final class Refused extends ChorsuException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String rule;
  private final @Nullable String value;

  /// @param field path of the field, such as `location.lat`
  /// @param rule what would have been accepted, such as `a number from -90 to 90`
  /// @param value the value as it came; null if it is personal or absent
  public Refused(String field, String rule, @Nullable String value) {
    super("refused", field + " must be " + rule);
    this.field = field;
    this.rule = rule;
    this.value = value;
  }

  public String field() {
    return field;
  }

  public String rule() {
    return rule;
  }

  public @Nullable String value() {
    return value;
  }
}
