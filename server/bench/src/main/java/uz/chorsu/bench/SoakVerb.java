package uz.chorsu.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `soak NAME`: the long bad days.
@Command(name = "soak", description = "Runs the long bad days of one part.")
final class SoakVerb implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "desk")
  private String name = "";

  @Option(names = "--seed", defaultValue = "1", description = "Seed of all chance.")
  private long seed;

  @Option(
      names = "--kills",
      defaultValue = "20",
      description = "How often Chorsu is killed, and PostgreSQL (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--malformed",
      defaultValue = "10000",
      description = "Number of malformed requests (default: ${DEFAULT-VALUE}).")
  private int malformed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!name.equals("desk")) {
      System.err.println("There is a soak named: desk");
      return 2;
    }
    return new DeskSoak(seed, kills, malformed).run();
  }
}
