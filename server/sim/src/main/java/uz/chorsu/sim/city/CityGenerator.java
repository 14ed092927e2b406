package uz.chorsu.sim.city;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Invents a city from a seed: rings and avenues around a bazaar, mahallas between them, a river, a
/// railway, stations and hospitals. The same seed gives the same file, byte for byte.
///
/// Its streets and names are invented; it lies in the open steppe, where no real address is.
public final class CityGenerator {
  /// Where the bazaar stands, degrees.
  public static final double CENTRE_LAT = 41.62;

  public static final double CENTRE_LON = 65.86;

  private CityGenerator() {}

  /// @param radiusKm from the bazaar to the edge of the city, 2 to 20; 4.2 makes 55 km²
  /// @param buildings whether to draw houses and number them
  public record Options(long seed, double radiusKm, boolean buildings) {
    public static final double DEFAULT_RADIUS_KM = 4.2;

    public Options {
      if (!(radiusKm >= 2 && radiusKm <= 20)) {
        throw new uz.chorsu.model.Refused(
            "radiusKm", "a number from 2 to 20", String.valueOf(radiusKm));
      }
    }
  }

  /// What was made.
  ///
  /// @param ways of all kinds
  public record Made(long nodes, long ways, long relations, long bytes) {}

  /// Writes sorted PBF; the file appears only when it is complete.
  ///
  /// @throws IOException if it cannot be written
  public static Made write(Options options, Path file) throws IOException {
    OsmData data = generate(options);
    Path target = file.toAbsolutePath();
    Path half = target.resolveSibling("." + target.getFileName() + ".half");
    try {
      try (OutputStream out = Files.newOutputStream(half)) {
        PbfFile.write(data, out);
      }
      long bytes = Files.size(half);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Made(data.nodeCount(), data.ways().size(), data.relations().size(), bytes);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  static OsmData generate(Options options) {
    double radius = options.radiusKm * 1_000;
    Dice dice = new Dice(options.seed).forPart("city");
    Skeleton skeleton = new Skeleton(radius, dice.forPart("skeleton"));
    Facilities facilities = new Facilities(radius, dice.forPart("facilities"));
    Growth growth = new Growth(skeleton, radius, facilities.wishes(), dice.forPart("growth"));
    growth.grow();
    facilities.settle(growth, skeleton);
    Spurs spurs = new Spurs(skeleton.plan, dice.forPart("spurs"));
    spurs.draw(growth.uses);
    Names names = new Names(dice.forPart("names"));
    new Naming(names, dice.forPart("naming")).name(skeleton);
    oneWays(skeleton.plan, dice.forPart("one-ways"));

    OsmData data = new OsmData(CENTRE_LAT, CENTRE_LON);
    Junctions junctions = new Junctions(data, skeleton, dice.forPart("junctions"));
    new RoadDrawing(data, skeleton, junctions, dice.forPart("turns")).draw();
    Landmarks landmarks = new Landmarks(names, dice.forPart("landmarks"));
    Surroundings surroundings =
        new Surroundings(data, skeleton, junctions, dice.forPart("surroundings"));
    surroundings.highways();
    surroundings.ground(growth.uses, landmarks);
    surroundings.water();
    surroundings.hydrants();
    Transit transit = new Transit(data, skeleton, names);
    transit.metro();
    transit.railwayStations(growth.uses);
    Builder builder = new Builder(spurs, dice.forPart("buildings"));
    for (Plan.Block block : skeleton.plan.blocks) {
      Use use = growth.uses.getOrDefault(block, Use.GREEN);
      if (options.buildings || !use.isLivedIn()) {
        builder.build(block, use);
      }
    }
    new Addresses(data, landmarks).write(skeleton.plan, builder);
    new Areas(data, skeleton, names).write(growth.quarters, Point.area(skeleton.cityLimit));
    return data;
  }

  /// A few long quiet streets may be driven in one direction only; one can always leave and enter
  /// them over the next street, because both ends lie on others.
  private static void oneWays(Plan plan, Dice dice) {
    for (Plan.Street street : plan.streets) {
      if (street.kind == Kind.RESIDENTIAL && street.lengthMetres() > 250 && dice.chance(0.05)) {
        List<List<Plan.Vertex>> paths = street.paths();
        List<Plan.Vertex> path = paths.getFirst();
        boolean bothEndsGoOn =
            paths.size() == 1
                && path.getFirst().roads() > 2
                && path.getLast().roads() > 2
                && path.getFirst() != path.getLast();
        street.oneWay = bothEndsGoOn;
      }
    }
  }
}
