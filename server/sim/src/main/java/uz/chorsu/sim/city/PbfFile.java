package uz.chorsu.sim.city;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// Writes OpenStreetMap's PBF format (https://wiki.openstreetmap.org/wiki/PBF_Format), sorted: the
/// form that every reader takes as it is. Field numbers are those of `fileformat.proto` and
/// `osmformat.proto`.
final class PbfFile {
  private static final int ELEMENTS_PER_BLOCK = 8_000;

  private final DataOutputStream out;

  private PbfFile(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  static void write(OsmData data, OutputStream to) throws IOException {
    PbfFile file = new PbfFile(to);
    file.blob(
        "OSMHeader",
        new Protobuf()
            .text(4, "OsmSchema-V0.6")
            .text(4, "DenseNodes")
            .text(5, "Sort.Type_then_ID")
            .text(16, "chorsu"));
    for (int from = 0; from < data.nodeCount(); from += ELEMENTS_PER_BLOCK) {
      file.nodes(data, from, Math.min(data.nodeCount(), from + ELEMENTS_PER_BLOCK));
    }
    for (int from = 0; from < data.ways().size(); from += ELEMENTS_PER_BLOCK) {
      int end = Math.min(data.ways().size(), from + ELEMENTS_PER_BLOCK);
      file.ways(data.ways().subList(from, end));
    }
    for (int from = 0; from < data.relations().size(); from += ELEMENTS_PER_BLOCK) {
      int end = Math.min(data.relations().size(), from + ELEMENTS_PER_BLOCK);
      file.relations(data.relations().subList(from, end));
    }
    file.out.flush();
  }

  private void blob(String type, Protobuf content) throws IOException {
    byte[] raw = content.toBytes();
    ByteArrayOutputStream packed = new ByteArrayOutputStream(raw.length / 2);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(raw);
    }
    byte[] blob = new Protobuf().number(2, raw.length).bytes(3, packed.toByteArray()).toBytes();
    byte[] header = new Protobuf().text(1, type).number(3, blob.length).toBytes();
    out.writeInt(header.length);
    out.write(header);
    out.write(blob);
  }

  private void block(Strings strings, Protobuf group) throws IOException {
    blob("OSMData", new Protobuf().message(1, strings.table()).message(2, group));
  }

  private void nodes(OsmData data, int from, int end) throws IOException {
    Strings strings = new Strings();
    Protobuf ids = new Protobuf();
    Protobuf lats = new Protobuf();
    Protobuf lons = new Protobuf();
    Protobuf tags = new Protobuf();
    int lastLat = 0;
    int lastLon = 0;
    for (int i = from; i < end; i++) {
      ids.packedSigned(i == from ? i + 1 : 1);
      lats.packedSigned((long) data.latE7(i) - lastLat);
      lons.packedSigned((long) data.lonE7(i) - lastLon);
      lastLat = data.latE7(i);
      lastLon = data.lonE7(i);
      for (String text : data.nodeTags(i)) {
        tags.packed(strings.number(text));
      }
      tags.packed(0);
    }
    Protobuf dense =
        new Protobuf().message(1, ids).message(8, lats).message(9, lons).message(10, tags);
    block(strings, new Protobuf().message(2, dense));
  }

  private void ways(List<OsmData.Way> ways) throws IOException {
    Strings strings = new Strings();
    Protobuf group = new Protobuf();
    for (OsmData.Way way : ways) {
      Protobuf refs = new Protobuf();
      long last = 0;
      for (long node : way.nodes()) {
        refs.packedSigned(node - last);
        last = node;
      }
      group.message(3, tagged(way.id(), way.tags(), strings).message(8, refs));
    }
    block(strings, group);
  }

  private void relations(List<OsmData.Relation> relations) throws IOException {
    Strings strings = new Strings();
    Protobuf group = new Protobuf();
    for (OsmData.Relation relation : relations) {
      Protobuf roles = new Protobuf();
      Protobuf refs = new Protobuf();
      Protobuf types = new Protobuf();
      long last = 0;
      for (OsmData.Member member : relation.members()) {
        roles.packed(strings.number(member.role()));
        refs.packedSigned(member.ref() - last);
        types.packed("nwr".indexOf(member.type()));
        last = member.ref();
      }
      group.message(
          4,
          tagged(relation.id(), relation.tags(), strings)
              .message(8, roles)
              .message(9, refs)
              .message(10, types));
    }
    block(strings, group);
  }

  private static Protobuf tagged(long id, String[] tags, Strings strings) {
    Protobuf keys = new Protobuf();
    Protobuf values = new Protobuf();
    for (int i = 0; i < tags.length; i += 2) {
      keys.packed(strings.number(tags[i]));
      values.packed(strings.number(tags[i + 1]));
    }
    Protobuf element = new Protobuf().number(1, id);
    return keys.isEmpty() ? element : element.message(2, keys).message(3, values);
  }

  /// The table of one block's strings; number 0 means "end".
  private static final class Strings {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Strings() {
      numbers.put("", 0);
    }

    int number(String text) {
      Integer known = numbers.putIfAbsent(text, numbers.size());
      return known == null ? numbers.size() - 1 : known;
    }

    Protobuf table() {
      Protobuf table = new Protobuf();
      numbers.keySet().forEach(text -> table.text(1, text));
      return table;
    }
  }
}
