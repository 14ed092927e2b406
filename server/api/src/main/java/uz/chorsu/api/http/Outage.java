package uz.chorsu.api.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/// Tells a database that is away, starting, full or out of connections from a mistake of ours.
final class Outage {
  private static final int DEEPEST = 20;

  private Outage() {}

  static boolean isCause(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++, cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
      if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  // Classes of SQLSTATE: 08 connection, 53 resources (disk, memory, connections), 57 operator
  // (shutdown, cancelled, crash), 58 system error, 25P03 idle transaction ended.
  private static boolean isOutage(@org.jspecify.annotations.Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("58")
            || state.equals("25P03"));
  }
}
