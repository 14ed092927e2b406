package uz.chorsu.roads;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import uz.chorsu.model.GeoPoint;

/// A small grid city for tests, the same for the same seed: named streets 150 m apart, a one-way, a
/// forbidden turn, house numbers, one station of each kind, a hospital and hydrants. It is written
/// as OpenStreetMap XML and goes through the real import.
///
/// Streets with number 0, 1, 2… run west to east counted from the south; avenues run south to north
/// counted from the west. `crossing(avenue, street)` is where two of them meet.
///
/// - Street {@link #ONE_WAY_STREET} may be driven from west to east only.
/// - At the crossing of {@link #NO_LEFT_TURN_AVENUE} and {@link #NO_LEFT_TURN_STREET} whoever comes
///   from the south must not turn left (west).
/// - Outside lies a road to nowhere: {@link #offNetwork()} is 3 km from every road.
public final class CityFixture {
  /// Index of the street that is one-way, west to east.
  public static final int ONE_WAY_STREET = 2;

  /// Avenue of the crossing with the forbidden left turn.
  public static final int NO_LEFT_TURN_AVENUE = 3;

  /// Street of the crossing with the forbidden left turn.
  public static final int NO_LEFT_TURN_STREET = 4;

  /// The south-western crossing of every fixture.
  public static final GeoPoint ORIGIN = new GeoPoint(41.3, 69.2);

  private static final double BLOCK_METRES = 150;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final String[][] STREET_NAMES = {
    {"Amir Temur ko‘chasi", "улица Амира Темура", "Amir Temur Street"},
    {"Navoiy ko‘chasi", "улица Навои", "Navoi Street"},
    {"Bobur ko‘chasi", "улица Бабура", "Babur Street"},
    {"Mirzo Ulug‘bek shoh ko‘chasi", "проспект Мирзо Улугбека", "Mirzo Ulugbek Avenue"},
    {"Bunyodkor ko‘chasi", "улица Бунёдкор", "Bunyodkor Street"},
    {"Oybek ko‘chasi", "улица Айбека", "Oybek Street"},
    {"Shota Rustaveli ko‘chasi", "улица Шота Руставели", "Shota Rustaveli Street"},
    {"Furqat ko‘chasi", "улица Фурката", "Furqat Street"},
    {"Cho‘pon ota ko‘chasi", "улица Чупон-ота", "Chupon Ota Street"},
    {"Qo‘yliq ko‘chasi", "улица Куйлюк", "Kuyluk Street"},
    {"Yunusobod ko‘chasi", "улица Юнусабад", "Yunusabad Street"},
    {"G‘afur G‘ulom ko‘chasi", "улица Гафура Гуляма", "Gafur Gulom Street"},
    {"Beruniy ko‘chasi", "улица Беруни", "Beruni Street"},
    {"Farg‘ona yo‘li", "Ферганский тракт", "Fergana Road"},
    {"Islom Karimov ko‘chasi", "улица Ислама Каримова", "Islam Karimov Street"},
    {"Mustaqillik shoh ko‘chasi", "проспект Мустакиллик", "Independence Avenue"},
  };

  private final long seed;
  private final int avenues;
  private final int streets;

  private CityFixture(long seed, int avenues, int streets) {
    if (avenues < 6 || streets < 6) {
      throw new IllegalArgumentException("At least 6 by 6, for the one-way and the turn");
    }
    this.seed = seed;
    this.avenues = avenues;
    this.streets = streets;
  }

  /// 8 avenues by 8 streets, about 1 km square.
  public static CityFixture small(long seed) {
    return new CityFixture(seed, 8, 8);
  }

  /// A grid of the wished size, at least 6 by 6.
  public static CityFixture grid(long seed, int avenues, int streets) {
    return new CityFixture(seed, avenues, streets);
  }

  /// Writes and imports the city below the folder and opens it. The caller closes it.
  public Roads open(Path folder) {
    return Roads.open(importInto(folder));
  }

  /// Writes the city's file into the folder and imports it there.
  ///
  /// @return the city folder
  public Path importInto(Path folder) {
    Path file = write(folder.resolve("grid-" + seed + ".osm"));
    return new CityImport(folder.resolve("cities")).importFile(file, ImportProgress.NONE);
  }

  public GeoPoint crossing(int avenue, int street) {
    return at(avenue * BLOCK_METRES, street * BLOCK_METRES);
  }

  /// @param eastMetres from the origin
  /// @param northMetres from the origin
  public GeoPoint at(double eastMetres, double northMetres) {
    double lat = ORIGIN.lat() + northMetres / METRES_PER_DEGREE;
    double lon =
        ORIGIN.lon() + eastMetres / (METRES_PER_DEGREE * Math.cos(Math.toRadians(ORIGIN.lat())));
    return new GeoPoint(lat, lon);
  }

  public GeoPoint centre() {
    return crossing(avenues / 2, streets / 2);
  }

  /// 3 km west of every road.
  public GeoPoint offNetwork() {
    return at(-3000, 0);
  }

  public GeoPoint fireStation() {
    return at(1.5 * BLOCK_METRES, 20);
  }

  public GeoPoint policeStation() {
    return at(3.5 * BLOCK_METRES, 20);
  }

  public GeoPoint hospital() {
    return at(4.5 * BLOCK_METRES, 3 * BLOCK_METRES + 20);
  }

  public GeoPoint ambulanceStation() {
    return at(0.5 * BLOCK_METRES, BLOCK_METRES + 20);
  }

  /// Name of a street in Uzbek, as the map's main name.
  public String streetName(int street) {
    return names(street)[0];
  }

  /// Name of an avenue in Uzbek, as the map's main name.
  public String avenueName(int avenue) {
    return names(streets + avenue)[0];
  }

  /// Writes the city as OpenStreetMap XML, nodes before ways before relations.
  public Path write(Path osmFile) {
    try {
      if (osmFile.getParent() != null) {
        Files.createDirectories(osmFile.getParent());
      }
      try (var out = new PrintWriter(Files.newBufferedWriter(osmFile, StandardCharsets.UTF_8))) {
        out.println("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>");
        nodes(out);
        places(out);
        ways(out);
        restriction(out);
        out.println("</osm>");
      }
      return osmFile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long nodeId(int avenue, int street) {
    return 1 + (long) street * avenues + avenue;
  }

  private long streetWay(int street, int block) {
    return 10_000L + street * 1_000L + block;
  }

  private long avenueWay(int avenue, int block) {
    return 1_000_000L + avenue * 1_000L + block;
  }

  private void nodes(PrintWriter out) {
    for (int street = 0; street < streets; street++) {
      for (int avenue = 0; avenue < avenues; avenue++) {
        node(out, nodeId(avenue, street), crossing(avenue, street), List.of());
      }
    }
  }

  private void places(PrintWriter out) {
    var random = new Random(seed);
    long id = 5_000_000;
    for (int street = 0; street < streets; street++) {
      for (int house = 1; house <= (avenues - 1) * 4; house++) {
        double east = (house - 0.5) * BLOCK_METRES / 4 + random.nextDouble(-3, 3);
        double north = street * BLOCK_METRES + (house % 2 == 0 ? 12 : -12);
        var tags = List.of("addr:housenumber", "" + house, "addr:street", names(street)[0]);
        node(out, id++, at(east, north), tags);
      }
    }
    node(
        out,
        id++,
        fireStation(),
        named(
            "amenity",
            "fire_station",
            "1-son yong‘in xavfsizligi qismi",
            "Пожарная часть №1",
            "Fire Station 1"));
    node(
        out,
        id++,
        policeStation(),
        named("amenity", "police", "Chilonzor IIB", "Чиланзарский РОВД", "Chilanzar Police"));
    node(
        out,
        id++,
        hospital(),
        named("amenity", "hospital", "Shahar shifoxonasi", "Городская больница", "City Hospital"));
    node(
        out,
        id++,
        ambulanceStation(),
        named(
            "emergency",
            "ambulance_station",
            "Tez yordam stansiyasi",
            "Станция скорой помощи",
            "Ambulance Station"));
    node(
        out,
        id++,
        at(2.5 * BLOCK_METRES, 2 * BLOCK_METRES + 25),
        named("amenity", "school", "21-maktab", "Школа №21", "School 21"));
    node(
        out,
        id++,
        at(5.5 * BLOCK_METRES, 4 * BLOCK_METRES + 25),
        named("railway", "station", "Paxtakor", "Пахтакор", "Paxtakor"));
    node(
        out,
        id++,
        at(1.2 * BLOCK_METRES, 3 * BLOCK_METRES + 25),
        named(
            "leisure", "park", "Alisher Navoiy bog‘i", "Парк Алишера Навои", "Alisher Navoi Park"));
    node(out, id++, centre(), named("place", "city", "Panjara", "Панжара", "Grid City"));
    for (int i = 0; i < 5; i++) {
      GeoPoint point = at((i + 0.3) * BLOCK_METRES, (i + 1) * BLOCK_METRES + 4);
      node(out, id++, point, List.of("emergency", "fire_hydrant"));
    }
  }

  private void ways(PrintWriter out) {
    for (int street = 0; street < streets; street++) {
      for (int block = 0; block + 1 < avenues; block++) {
        var tags = roadTags(street, street % 4 == 0 ? "primary" : "residential");
        if (street == ONE_WAY_STREET) {
          tags.addAll(List.of("oneway", "yes"));
        }
        way(out, streetWay(street, block), nodeId(block, street), nodeId(block + 1, street), tags);
      }
    }
    for (int avenue = 0; avenue < avenues; avenue++) {
      for (int block = 0; block + 1 < streets; block++) {
        var tags = roadTags(streets + avenue, avenue % 3 == 0 ? "secondary" : "tertiary");
        way(out, avenueWay(avenue, block), nodeId(avenue, block), nodeId(avenue, block + 1), tags);
      }
    }
  }

  private void restriction(PrintWriter out) {
    int avenue = NO_LEFT_TURN_AVENUE;
    int street = NO_LEFT_TURN_STREET;
    out.printf("<relation id='1' version='1'>%n");
    out.printf("<member type='way' ref='%d' role='from'/>%n", avenueWay(avenue, street - 1));
    out.printf("<member type='node' ref='%d' role='via'/>%n", nodeId(avenue, street));
    out.printf("<member type='way' ref='%d' role='to'/>%n", streetWay(street, avenue - 1));
    tags(out, List.of("type", "restriction", "restriction", "no_left_turn"));
    out.println("</relation>");
  }

  private List<String> roadTags(int nameIndex, String highway) {
    String[] names = names(nameIndex);
    return new ArrayList<>(
        List.of(
            "highway", highway, "name", names[0], "name:uz", names[0], "name:ru", names[1],
            "name:en", names[2]));
  }

  /// Beyond the list the names get a number, so that no two streets share one.
  private static String[] names(int index) {
    String[] base = STREET_NAMES[index % STREET_NAMES.length];
    int round = index / STREET_NAMES.length;
    return round == 0
        ? base
        : new String[] {base[0] + " " + round, base[1] + " " + round, base[2] + " " + round};
  }

  private static List<String> named(String key, String value, String uz, String ru, String en) {
    return List.of(key, value, "name", uz, "name:uz", uz, "name:ru", ru, "name:en", en);
  }

  private static void node(PrintWriter out, long id, GeoPoint point, List<String> tags) {
    out.printf(
        Locale.ROOT,
        "<node id='%d' version='1' lat='%.7f' lon='%.7f'>%n",
        id,
        point.lat(),
        point.lon());
    tags(out, tags);
    out.println("</node>");
  }

  private static void way(PrintWriter out, long id, long from, long to, List<String> tags) {
    out.printf("<way id='%d' version='1'><nd ref='%d'/><nd ref='%d'/>%n", id, from, to);
    tags(out, tags);
    out.println("</way>");
  }

  private static void tags(PrintWriter out, List<String> tags) {
    for (int i = 0; i < tags.size(); i += 2) {
      out.printf("<tag k='%s' v='%s'/>%n", tags.get(i), tags.get(i + 1).replace("'", "&apos;"));
    }
  }
}
