package uz.chorsu.tiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program that makes the base map. It runs in a process of its own, because its libraries
/// clash with those of the road network, and because what it needs of memory goes when it ends.
///
/// It prints lines `progress <0..1> <step>` and, last, `done <tiles> <bytes>`. If it cannot make
/// the map it prints one sentence to standard error, leaves no file and ends with 1.
@Command(
    name = "tiles",
    mixinStandardHelpOptions = true,
    description = "Makes the base map (PMTiles) of a city from its OpenStreetMap file.")
public final class Tiles implements Callable<Integer> {
  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "The city: .osm.pbf, .osm or .osm.gz, sorted or not.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.pmtiles",
      description = "Where the map goes. It appears there only when it is complete.")
  private Path out = Path.of("");

  @Option(names = "--verbose", description = "Log what the map maker does to standard error.")
  private boolean verbose;

  private final PrintStream stdout;
  private final PrintStream stderr;

  /// @param stdout gets the progress lines
  /// @param stderr gets the sentence that says why there is no map
  Tiles(PrintStream stdout, PrintStream stderr) {
    this.stdout = stdout;
    this.stderr = stderr;
  }

  public static void main(String[] args) {
    PrintStream stderr = System.err;
    System.exit(
        new CommandLine(new Tiles(System.out, stderr))
            .setErr(new PrintWriter(stderr, true, UTF_8))
            .execute(args));
  }

  @Override
  public Integer call() {
    if (verbose) {
      return make();
    }
    Logger.getLogger("").setLevel(Level.OFF);
    // Planetiler's workers print what they die of; the caller gets one sentence instead.
    PrintStream before = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      return make();
    } finally {
      System.setErr(before);
    }
  }

  private int make() {
    ProgressLines progress = new ProgressLines(stdout);
    try {
      BaseMap.Made made = new BaseMap(in, out, progress).make();
      progress.at(1, "write");
      stdout.println("done " + made.tiles() + " " + made.bytes());
      stdout.flush();
      return 0;
    } catch (UnusableFile e) {
      return refuse(e, e.getMessage());
    } catch (IOException e) {
      return refuse(e, "The map could not be written to " + out + ": " + CityFile.reason(e) + ".");
    } catch (OutOfMemoryError e) {
      return refuse(
          e,
          "The city is too large for the memory given ("
              + Runtime.getRuntime().maxMemory() / (1 << 20)
              + " MiB); give the map maker more.");
    }
  }

  private int refuse(Throwable e, @org.jspecify.annotations.Nullable String sentence) {
    stderr.println(sentence);
    if (verbose) {
      e.printStackTrace(stderr);
    }
    return 1;
  }
}
