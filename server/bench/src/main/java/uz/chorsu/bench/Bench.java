package uz.chorsu.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `./chorsu bench` and `./chorsu soak`.
@Command(
    name = "bench",
    description = "Measures Chorsu from outside.",
    subcommands = {BenchVerb.class, SoakVerb.class})
public final class Bench {
  private Bench() {}

  /// Ends with 0 if everything was measured and every promise held, 1 if not, 2 on wrong arguments.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }
}
