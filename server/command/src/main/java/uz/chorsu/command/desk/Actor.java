package uz.chorsu.command.desk;

import org.jspecify.annotations.Nullable;

/// Who does something, as the record names them. Not verified until logins exist.
///
/// @param desk null for nobody and for Chorsu itself
public record Actor(String name, @Nullable String desk) {
  /// Somebody without a sign-on.
  public static final Actor NOBODY = new Actor("not signed on", null);

  /// A rule over time, such as a missed crew check.
  public static final Actor CHORSU = new Actor("Chorsu", null);

  /// Name and desk in one line.
  public String label() {
    return desk == null ? name : name + ", " + desk;
  }
}
