package uz.chorsu.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uz.chorsu.model.ChorsuException;
import uz.chorsu.model.Refused;

/// The program behind `./chorsu run`. It ends with 0 after an orderly stop, 1 when something is in
/// the way (one sentence says what), 2 on wrong arguments.
@Command(
    name = "chorsu",
    description = "An open, self-hosted command centre for a city.",
    mixinStandardHelpOptions = true,
    version = "Chorsu 0.1.0",
    subcommands = {Run.class, Rehearse.class})
public final class Main {
  static final int REFUSED = 1;

  private Main() {}

  public static void main(String[] args) {
    // Must come before the first use of a logger, and without initialising a log manager.
    System.setProperty("java.util.logging.manager", LastingLog.class.getName());
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((e, line, parsed) -> {
          switch (e) {
            case Refused refused when refused.value() != null ->
                line.getErr().println(refused.getMessage() + ", not " + refused.value());
            case ChorsuException known -> line.getErr().println(known.getMessage());
            default -> {
              line.getErr().println("Chorsu cannot start: " + e);
              e.printStackTrace(line.getErr());
            }
          }
          return REFUSED;
        });
  }
}
