package uz.chorsu.sim;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import uz.chorsu.sim.live.Live;
import uz.chorsu.sim.replay.ImportHistory;
import uz.chorsu.sim.replay.Replay;

/// The program of the invented city: makes it, lets people live in it, and plays files of calls.
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = "An invented city, for trying Chorsu out.",
    subcommands = {GenerateCity.class, Live.class, Replay.class, ImportHistory.class})
public final class Sim {
  public static void main(String[] args) {
    System.exit(new CommandLine(new Sim()).execute(args));
  }
}
