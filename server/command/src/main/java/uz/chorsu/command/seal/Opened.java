package uz.chorsu.command.seal;

/// What came out of a sealed value.
public sealed interface Opened {
  /// The words themselves.
  record Words(String text) implements Opened {
    /// Keeps personal words out of logs.
    @Override
    public String toString() {
      return "Words[…]";
    }
  }

  /// The key is missing or another one; the rest of the incident stays usable.
  ///
  /// @param reason for a person
  record Unreadable(String reason) implements Opened {}

  /// For the screen of those who handle the incident.
  default String shown() {
    return switch (this) {
      case Words words -> words.text();
      case Unreadable unreadable -> "[unreadable: " + unreadable.reason() + "]";
    };
  }
}
