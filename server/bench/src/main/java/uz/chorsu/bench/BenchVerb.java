package uz.chorsu.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench NAME`: runs one benchmark and ends with one line of JSON.
@Command(name = "bench", description = "Runs a benchmark; the last line is its figures as JSON.")
final class BenchVerb implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "desk")
  private String name = "";

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds of load before measuring (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  @Option(
      names = "--measure",
      defaultValue = "60",
      description = "Seconds measured (default: ${DEFAULT-VALUE}).")
  private int measuredSeconds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!name.equals("desk")) {
      System.err.println("There is a benchmark named: desk");
      return 2;
    }
    return new DeskBench(new Phase(warmUpSeconds, measuredSeconds)).run();
  }
}
