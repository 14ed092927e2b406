package uz.chorsu.command.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.database.Database;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.UuidV7;

/// Runs changes and readings. A change that the database forbids becomes a named [Conflict]; one
/// that met a deadlock is done again.
public final class Changes {
  private static final int ATTEMPTS = 4;
  private static final Set<String> AGAIN = Set.of("40P01", "40001");

  private final Database database;
  private final InstantSource clock;
  private final UuidV7 ids;

  public Changes(Database database, InstantSource clock, UuidV7 ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /// Does one change on the connections that are reserved for calls, dispatch and crew status.
  ///
  /// @param work may run more than once; it must not keep anything outside the transaction
  /// @throws Conflict if the database forbids it
  public <T> T change(Actor actor, Function<Change, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return database.reserved().inTransaction(handle -> run(handle, actor, work));
      } catch (JdbiException e) {
        String state = stateOf(e);
        if (!(AGAIN.contains(state) || isSameAgain(e)) || attempt == ATTEMPTS) {
          throw translated(e, state);
        }
      }
    }
  }

  /// As [#change] without an answer.
  public void perform(Actor actor, Consumer<Change> work) {
    change(
        actor,
        change -> {
          work.accept(change);
          return true;
        });
  }

  /// Reads on the ordinary connections.
  public <T> T read(Function<Handle, T> work) {
    return database.ordinary().withHandle(work::apply);
  }

  /// Reads what a person waits for in an emergency, on the reserved connections.
  public <T> T readUrgent(Function<Handle, T> work) {
    return database.reserved().withHandle(work::apply);
  }

  /// The time, as PostgreSQL can keep it.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T run(Handle handle, Actor actor, Function<Change, T> work) {
    Change change = new Change(handle, actor, now(), ids);
    T result = work.apply(change);
    Journal.append(change);
    return result;
  }

  private static String stateOf(JdbiException e) {
    return e.getCause() instanceof PSQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : "";
  }

  /// The same request came twice at once; done again, the second finds what the first has made.
  private static boolean isSameAgain(JdbiException e) {
    ServerErrorMessage message =
        e.getCause() instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
    String constraint = message == null ? null : message.getConstraint();
    return constraint != null && constraint.endsWith("_pkey");
  }

  private static RuntimeException translated(JdbiException e, String state) {
    if (state.equals("55P03") || AGAIN.contains(state)) {
      return new Conflict("busy", "Somebody else is changing the same thing just now; try again");
    }
    if (e.getCause() instanceof PSQLException sql) {
      ServerErrorMessage message = sql.getServerErrorMessage();
      String rule = message == null ? null : message.getConstraint();
      // Rules of the schema have hyphens in their names; other constraints are mistakes of ours.
      if (message != null && rule != null && rule.indexOf('-') > 0 && state.startsWith("23")) {
        return new Conflict(rule, sentence(rule, message));
      }
    }
    return e;
  }

  private static String sentence(String rule, ServerErrorMessage message) {
    String text = message.getMessage();
    return switch (rule) {
      case "unit-busy" -> "The unit is on an assignment";
      case "crew-busy" -> "The unit's crew is on an assignment";
      case "duplicate-of-itself" -> "An incident is not its own duplicate";
      default -> text == null ? rule : text;
    };
  }
}
