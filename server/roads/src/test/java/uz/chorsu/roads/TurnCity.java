package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// A crooked grid full of one-ways and of forbidden turns, over nodes and over ways, for testing
/// that searches agree where turns matter. Blocks are short, so that turning around is tempting.
final class TurnCity {
  private TurnCity() {}

  static Path write(Path file, Random random, int size) {
    var out = new StringBuilder("<osm version='0.6'>\n");
    for (int id = 0; id < size * size; id++) {
      int row = id / size;
      double lat = 41 + row * 0.0007 + random.nextDouble(0.0003);
      double lon = 69 + (id % size) * 0.0009 + random.nextDouble(0.0004);
      out.append(
          String.format(Locale.ROOT, "<node id='%d' lat='%.7f' lon='%.7f'/>%n", id + 1, lat, lon));
    }
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int id = y * size + x;
        if (x + 1 < size) {
          way(out, 10_000 + id, id + 1, id + 2, random);
        }
        if (y + 1 < size) {
          way(out, 20_000 + id, id + 1, id + size + 1, random);
        }
      }
    }
    for (int id = 1; id <= size * size; id++) {
      int x = random.nextInt(1, size - 2);
      int y = random.nextInt(1, size - 2);
      int node = y * size + x;
      int[] ways = {10_000 + node - 1, 10_000 + node, 20_000 + node - size, 20_000 + node};
      int from = random.nextInt(4);
      int to = random.nextInt(4);
      String kind =
          from == to ? "no_u_turn" : random.nextInt(6) == 0 ? "only_straight_on" : "no_left_turn";
      if (random.nextInt(3) > 0) {
        restriction(out, id, ways[from], "node", node + 1, ways[to], kind);
      } else {
        // Over the street to the east: in at its western end, out at its eastern one.
        int[] beyond = {10_000 + node + 1, 20_000 + node + 1 - size, 20_000 + node + 1};
        int in = ways[new int[] {0, 2, 3}[random.nextInt(3)]];
        restriction(out, id, in, "way", 10_000 + node, beyond[random.nextInt(3)], "no_u_turn");
      }
    }
    try {
      return Files.writeString(file, out.append("</osm>\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void way(StringBuilder out, int id, int from, int to, Random random) {
    out.append(
        String.format(
            Locale.ROOT,
            "<way id='%d'><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='%s'/>%s</way>%n",
            id,
            from,
            to,
            random.nextInt(4) == 0 ? "primary" : "residential",
            random.nextInt(7) == 0 ? "<tag k='oneway' v='yes'/>" : ""));
  }

  private static void restriction(
      StringBuilder out, int id, int from, String viaType, int via, int to, String kind) {
    out.append(
        String.format(
            Locale.ROOT,
            "<relation id='%d'><member type='way' ref='%d' role='from'/>"
                + "<member type='%s' ref='%d' role='via'/><member type='way' ref='%d' role='to'/>"
                + "<tag k='type' v='restriction'/><tag k='restriction' v='%s'/></relation>%n",
            id,
            from,
            viaType,
            via,
            to,
            kind));
  }
}
