package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import uz.chorsu.roads.MapData.Restriction;
import uz.chorsu.roads.MapData.Road;
import uz.chorsu.roads.osm.OsmSink.Member;

/// Writes the roads of a map as a small, sorted OpenStreetMap XML file for GraphHopper, which wants
/// nodes before ways before relations, positive ids and children in a fixed order. Speeds are
/// already worked out; they travel in tags of our own.
final class RoadFile {
  static final String FORWARD_KEY = "chorsu:forward";
  static final String BACKWARD_KEY = "chorsu:backward";

  private final MapData map;
  private final Map<Long, Integer> wayNumbers = new HashMap<>();

  RoadFile(MapData map) {
    this.map = map;
  }

  /// @param file whose name ends in `.osm`
  void write(Path file) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
      writeNodes(out);
      writeWays(out);
      writeRestrictions(out);
      out.write("</osm>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeNodes(Writer out) throws IOException {
    boolean[] used = new boolean[map.nodes.size()];
    boolean[] blocked = new boolean[map.nodes.size()];
    for (Road road : map.roads) {
      if (road.speeds().drivable()) {
        for (long node : road.nodes()) {
          int index = map.nodes.indexOf(node);
          used[index] = map.nodes.isPlaced(index);
          blocked[index] = map.barriers.contains(node);
        }
      }
    }
    for (int index = 0; index < used.length; index++) {
      if (used[index]) {
        String place =
            String.format(
                Locale.ROOT,
                "<node id='%d' lat='%.7f' lon='%.7f'",
                index + 1,
                map.nodes.lat(index),
                map.nodes.lon(index));
        out.write(place);
        out.write(blocked[index] ? "><tag k='barrier' v='bollard'/></node>\n" : "/>\n");
      }
    }
  }

  private void writeWays(Writer out) throws IOException {
    for (Road road : map.roads) {
      if (!road.speeds().drivable() || wayNumbers.containsKey(road.id())) {
        continue;
      }
      wayNumbers.put(road.id(), wayNumbers.size() + 1);
      out.write("<way id='" + wayNumbers.get(road.id()) + "'>");
      long previous = -1;
      for (long node : road.nodes()) {
        int index = map.nodes.indexOf(node);
        // A doubled node would be a loop of no length.
        if (index != previous) {
          out.write("<nd ref='" + (index + 1) + "'/>");
        }
        previous = index;
      }
      tag(out, "highway", "road");
      tag(out, FORWARD_KEY, String.valueOf(road.speeds().forwardKmh()));
      tag(out, BACKWARD_KEY, String.valueOf(road.speeds().backwardKmh()));
      String name = road.tags().getOrDefault("name", road.tags().get("ref"));
      if (name != null) {
        tag(out, "name", name);
      }
      out.write("</way>\n");
    }
  }

  private void writeRestrictions(Writer out) throws IOException {
    int id = 0;
    for (Restriction restriction : map.restrictions) {
      var members = new StringBuilder();
      boolean complete = true;
      for (Member member : restriction.members()) {
        int ref =
            switch (member.type()) {
              case NODE -> map.nodes.indexOf(member.id()) + 1;
              case WAY -> wayNumbers.getOrDefault(member.id(), 0);
              case RELATION -> 0;
            };
        complete &= ref > 0;
        String type = member.type().name().toLowerCase(Locale.ROOT);
        members.append("<member type='" + type + "' ref='" + ref + "' role='");
        members.append(escaped(member.role())).append("'/>");
      }
      if (!complete) {
        continue;
      }
      out.write("<relation id='" + ++id + "'>" + members);
      for (var tag : restriction.tags().entrySet()) {
        String key = tag.getKey();
        if (key.equals("type") || key.startsWith("restriction") || key.equals("except")) {
          tag(out, key, tag.getValue());
        }
      }
      out.write("</relation>\n");
    }
  }

  private static void tag(Writer out, String key, String value) throws IOException {
    out.write("<tag k='" + escaped(key) + "' v='" + escaped(value) + "'/>");
  }

  /// Leaves out what XML 1.0 cannot hold.
  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 8);
    text.codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\'' -> out.append("&apos;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
