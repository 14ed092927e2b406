package uz.chorsu.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uz.chorsu.model.Refused;
import uz.chorsu.sim.city.CityGenerator;

/// `sim generate-city`: writes an invented city as OpenStreetMap data.
@Command(
    name = "generate-city",
    mixinStandardHelpOptions = true,
    description = "Writes an invented city as a sorted .osm.pbf file.")
final class GenerateCity implements Callable<Integer> {
  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides everything; the same seed gives the same file. Default: 1.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.osm.pbf",
      description = "Where the city goes.")
  private Path out = Path.of("");

  @Option(
      names = "--radius-km",
      paramLabel = "KM",
      description = "From the bazaar to the edge of the city, 2 to 20. Default: 4.2.")
  private double radiusKm = CityGenerator.Options.DEFAULT_RADIUS_KM;

  @Option(names = "--no-buildings", description = "Streets and public places only.")
  private boolean noBuildings;

  @Override
  public Integer call() {
    try {
      CityGenerator.Made made =
          CityGenerator.write(new CityGenerator.Options(seed, radiusKm, !noBuildings), out);
      System.out.println(
          "done " + made.nodes() + " nodes " + made.ways() + " ways " + made.bytes() + " bytes");
      return 0;
    } catch (Refused e) {
      System.err.println(e.getMessage() + ".");
      return 1;
    } catch (IOException e) {
      System.err.println("The city could not be written to " + out + ": " + e.getMessage() + ".");
      return 1;
    }
  }
}
