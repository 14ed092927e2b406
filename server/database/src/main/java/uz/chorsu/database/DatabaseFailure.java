package uz.chorsu.database;

import uz.chorsu.model.ChorsuException;

/// The database cannot be started, reached or migrated. The message is one sentence for the
/// administrator that says what is wrong and what to do; it holds no password.
public final class DatabaseFailure extends ChorsuException {
  private static final long serialVersionUID = 1L;

  /// What went wrong, for programs.
  public enum Reason {
    /// Another running Chorsu has the data directory.
    IN_USE,
    /// The data directory was written by another major version of PostgreSQL.
    OTHER_VERSION,
    DISK_FULL,
    /// The operating system forbids what is needed, or PostgreSQL cannot leave root behind.
    NOT_ALLOWED,
    PORT_TAKEN,
    /// The bundled programs are missing or cannot be unpacked.
    BINARIES,
    /// The data directory lacks something that Chorsu wrote there itself.
    DAMAGED,
    START,
    UNREACHABLE,
    MIGRATION,
    ADDRESS
  }

  private final Reason reason;

  DatabaseFailure(Reason reason, String message) {
    super("database", message);
    this.reason = reason;
  }

  DatabaseFailure(Reason reason, String message, Throwable cause) {
    super("database", message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
