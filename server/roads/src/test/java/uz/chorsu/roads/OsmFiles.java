package uz.chorsu.roads;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import uz.chorsu.roads.osm.ElementType;
import uz.chorsu.roads.osm.OsmFile;
import uz.chorsu.roads.osm.OsmSink;

/// Turns map files into other formats and orders, for tests of the import. The PBF writer follows
/// the format's page (wiki.openstreetmap.org/wiki/PBF_Format) and shares nothing with the reader.
final class OsmFiles {
  private OsmFiles() {}

  /// The lines of {@link CityFixture#write}, in the worst order.
  static List<String> relationsBeforeWaysBeforeNodes(List<String> lines) {
    var nodes = new ArrayList<String>();
    var ways = new ArrayList<String>();
    var relations = new ArrayList<String>();
    List<String> current = nodes;
    for (String line : lines.subList(2, lines.size() - 1)) {
      current =
          line.startsWith("<node")
              ? nodes
              : line.startsWith("<way") ? ways : line.startsWith("<relation") ? relations : current;
      current.add(line);
    }
    var out = new ArrayList<>(lines.subList(0, 2));
    out.addAll(relations);
    out.addAll(ways);
    out.addAll(nodes);
    out.add("</osm>");
    return out;
  }

  /// @param dense nodes as DenseNodes
  /// @param packed blobs packed with zlib
  static byte[] pbf(Path source, boolean dense, boolean packed) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(header("OsmSchema-V0.6"));
    for (ElementType type : ElementType.values()) {
      var block = new Block();
      OsmFile.at(source).read(block.collecting(type));
      out.write(blob("OSMData", block.bytes(dense), packed));
    }
    return out.toByteArray();
  }

  static byte[] header(String feature) throws IOException {
    var header = new Message();
    header.bytes(4, feature.getBytes(StandardCharsets.UTF_8));
    return blob("OSMHeader", header.toBytes(), true);
  }

  /// @param number from 1
  static int startOfBlock(byte[] pbf, int number) {
    int at = 0;
    for (int i = 1; i < number; i++) {
      int headerLength = ByteBuffer.wrap(pbf, at, 4).getInt();
      // The size is the last field of the header: up to three bytes of seven bits after the tag.
      int end = at + 4 + headerLength;
      int start = end - 1;
      while (pbf[start] != 0x18) {
        start--;
      }
      int size = 0;
      for (int k = end - 1; k > start; k--) {
        size = (size << 7) | (pbf[k] & 0x7f);
      }
      at = end + size;
    }
    return at;
  }

  private static byte[] blob(String type, byte[] content, boolean packed) throws IOException {
    var blob = new Message();
    if (packed) {
      var deflated = new ByteArrayOutputStream();
      try (var deflater = new DeflaterOutputStream(deflated)) {
        deflater.write(content);
      }
      blob.number(2, content.length);
      blob.bytes(3, deflated.toByteArray());
    } else {
      blob.bytes(1, content);
    }
    var header = new Message();
    header.bytes(1, type.getBytes(StandardCharsets.UTF_8));
    header.number(3, blob.toBytes().length);
    var out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeInt(header.toBytes().length);
    out.write(header.toBytes());
    out.write(blob.toBytes());
    return out.toByteArray();
  }

  /// A protocol-buffers message being written.
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    void zigzag(long value) {
      varint((value << 1) ^ (value >> 63));
    }

    void number(int field, long value) {
      varint((long) field << 3);
      varint(value);
    }

    void bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }

  /// One block with elements of one type.
  private static final class Block {
    private final List<String> strings = new ArrayList<>(List.of(""));
    private final List<byte[]> elements = new ArrayList<>();
    private final Message ids = new Message();
    private final Message lats = new Message();
    private final Message lons = new Message();
    private final Message denseTags = new Message();
    private final long[] last = new long[3];
    private ElementType type = ElementType.NODE;

    OsmSink collecting(ElementType wanted) {
      type = wanted;
      return new OsmSink() {
        @Override
        public boolean wants(ElementType any) {
          return any == wanted;
        }

        @Override
        public void node(long id, double lat, double lon, Map<String, String> tags) {
          addNode(id, Math.round(lat * 1e7), Math.round(lon * 1e7), tags);
        }

        @Override
        public void way(long id, long[] nodeIds, Map<String, String> tags) {
          var way = start(id, tags);
          var refs = new Message();
          long before = 0;
          for (long ref : nodeIds) {
            refs.zigzag(ref - before);
            before = ref;
          }
          way.bytes(8, refs.toBytes());
          elements.add(way.toBytes());
        }

        @Override
        public void relation(long id, List<Member> members, Map<String, String> tags) {
          var relation = start(id, tags);
          var roles = new Message();
          var refs = new Message();
          var types = new Message();
          long before = 0;
          for (Member member : members) {
            roles.varint(string(member.role()));
            refs.zigzag(member.id() - before);
            before = member.id();
            types.varint(List.of(ElementType.values()).indexOf(member.type()));
          }
          relation.bytes(8, roles.toBytes());
          relation.bytes(9, refs.toBytes());
          relation.bytes(10, types.toBytes());
          elements.add(relation.toBytes());
        }
      };
    }

    private void addNode(long id, long lat, long lon, Map<String, String> tags) {
      ids.zigzag(id - last[0]);
      lats.zigzag(lat - last[1]);
      lons.zigzag(lon - last[2]);
      last[0] = id;
      last[1] = lat;
      last[2] = lon;
      tags.forEach((key, value) -> {
        denseTags.varint(string(key));
        denseTags.varint(string(value));
      });
      denseTags.varint(0);
      var node = new Message();
      node.varint(1 << 3);
      node.zigzag(id);
      tags(node, tags);
      node.varint(8 << 3);
      node.zigzag(lat);
      node.varint(9 << 3);
      node.zigzag(lon);
      elements.add(node.toBytes());
    }

    private Message start(long id, Map<String, String> tags) {
      var element = new Message();
      element.number(1, id);
      tags(element, tags);
      return element;
    }

    private void tags(Message element, Map<String, String> tags) {
      var keys = new Message();
      var values = new Message();
      tags.forEach((key, value) -> {
        keys.varint(string(key));
        values.varint(string(value));
      });
      element.bytes(2, keys.toBytes());
      element.bytes(3, values.toBytes());
    }

    private int string(String text) {
      int index = strings.indexOf(text);
      if (index < 0) {
        strings.add(text);
        index = strings.size() - 1;
      }
      return index;
    }

    byte[] bytes(boolean dense) {
      var group = new Message();
      if (type == ElementType.NODE && dense) {
        var nodes = new Message();
        nodes.bytes(1, ids.toBytes());
        nodes.bytes(8, lats.toBytes());
        nodes.bytes(9, lons.toBytes());
        nodes.bytes(10, denseTags.toBytes());
        group.bytes(2, nodes.toBytes());
      } else {
        int field = type == ElementType.NODE ? 1 : type == ElementType.WAY ? 3 : 4;
        elements.forEach(element -> group.bytes(field, element));
      }
      var table = new Message();
      strings.forEach(text -> table.bytes(1, text.getBytes(StandardCharsets.UTF_8)));
      var block = new Message();
      block.bytes(1, table.toBytes());
      block.bytes(2, group.toBytes());
      return block.toBytes();
    }
  }
}
