package uz.chorsu.command.alerts;

/// A way to a device. One call is one attempt.
interface Port extends AutoCloseable {
  /// Hands the message over, within the port's time limit.
  ///
  /// @param callSign of the unit, for the address
  /// @param json the message
  /// @throws Undelivered with a reason that a person understands and that holds no secret
  void deliver(String alertId, String callSign, byte[] json)
      throws Undelivered, InterruptedException;

  @Override
  default void close() {}

  /// An attempt that failed.
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
