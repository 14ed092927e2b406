package uz.chorsu.database;

import static uz.chorsu.database.DatabaseFailure.Reason.NOT_ALLOWED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How PostgreSQL, which refuses to run as root, is started by whoever runs Chorsu.
///
/// @param prefix words before the program's own
/// @param endsWithParent words that make the kernel stop the program when Chorsu dies; may be empty
/// @param owner the user of the operating system who must own the data; null means ourselves
record Unprivileged(List<String> prefix, List<String> endsWithParent, @Nullable String owner) {
  /// Fast shutdown: PostgreSQL rolls back what is open and writes a checkpoint.
  private static final List<String> ENDS_WITH_PARENT =
      List.of("setpriv", "--pdeathsig", "INT", "--no-new-privs");

  /// Users to become when root may not make a user namespace (as in many containers).
  private static final List<String> CANDIDATES = List.of("chorsu", "postgres");

  static Unprivileged find() {
    return find(CANDIDATES, isRoot(), List.of("unshare", "-U"));
  }

  static Unprivileged find(List<String> candidates, boolean root, List<String> namespace) {
    if (!root) {
      return withParent(List.of(), null);
    }
    if (!namespace.isEmpty() && works(namespace)) {
      return withParent(namespace, null);
    }
    for (String user : candidates) {
      List<String> become =
          List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
      if (works(become)) {
        return withParent(become, user);
      }
    }
    throw new DatabaseFailure(
        NOT_ALLOWED,
        "PostgreSQL refuses to run as root, and root may neither make a user namespace (unshare -U)"
            + " nor become another user (setpriv) here. Run Chorsu as an ordinary user.");
  }

  List<String> command(String... words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(endsWithParent);
    command.addAll(List.of(words));
    return command;
  }

  /// Without the tie to Chorsu's life, as on systems whose `setpriv` cannot make it.
  Unprivileged untied() {
    return new Unprivileged(prefix, List.of(), owner);
  }

  private static Unprivileged withParent(List<String> prefix, @Nullable String owner) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(ENDS_WITH_PARENT);
    return new Unprivileged(prefix, works(all) ? ENDS_WITH_PARENT : List.of(), owner);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
