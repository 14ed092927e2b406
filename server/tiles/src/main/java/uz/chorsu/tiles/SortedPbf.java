package uz.chorsu.tiles;

import com.carrotsearch.hppc.LongArrayList;
import com.google.protobuf.ByteString;
import com.onthegomap.planetiler.reader.osm.OsmElement;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// Writes OpenStreetMap's PBF format (https://wiki.openstreetmap.org/wiki/PBF_Format): a header,
/// then blocks of at most 8,000 elements, each block with one kind of element and a table of its
/// own strings. The caller gives nodes first, then ways, then relations, each by ascending id.
final class SortedPbf implements AutoCloseable {
  private static final int ELEMENTS_PER_BLOCK = 8_000;

  private final DataOutputStream out;
  private final LongArrayList nodeIds = new LongArrayList();
  private Block block = new Block('n');

  SortedPbf(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    writeBlob(
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .addOptionalFeatures("Sort.Type_then_ID")
            .setWritingprogram("chorsu")
            .build()
            .toByteString());
  }

  void add(OsmElement element) throws IOException {
    switch (element) {
      case OsmElement.Node node ->
          node(node.id(), OsmStore.e7(node.lat()), OsmStore.e7(node.lon()), OsmStore.tags(node));
      case OsmElement.Way way ->
          way(new OsmStore.Way(way.id(), way.nodes().toArray(), OsmStore.tags(way)));
      case OsmElement.Relation relation ->
          relation(
              new OsmStore.Relation(
                  relation.id(), OsmStore.members(relation), OsmStore.tags(relation)));
      default -> {
        // The header.
      }
    }
  }

  void node(long id, int latE7, int lonE7, String[] tags) throws IOException {
    nodeIds.add(id);
    blockFor('n').node(nodeIds.size(), latE7, lonE7, tags);
  }

  void way(OsmStore.Way way) throws IOException {
    long[] nodes = new long[way.nodes().length];
    int known = 0;
    for (long id : way.nodes()) {
      long number = number(id);
      if (number > 0) {
        nodes[known++] = number;
      }
    }
    blockFor('w').way(new OsmStore.Way(way.id(), Arrays.copyOf(nodes, known), way.tags()));
  }

  void relation(OsmStore.Relation relation) throws IOException {
    List<OsmStore.Member> members = new ArrayList<>(relation.members().size());
    for (OsmStore.Member member : relation.members()) {
      long ref = member.type() == 'n' ? number(member.ref()) : member.ref();
      if (ref > 0) {
        members.add(new OsmStore.Member(member.type(), ref, member.role()));
      }
    }
    blockFor('r').relation(new OsmStore.Relation(relation.id(), members, relation.tags()));
  }

  /// Not positive if the file does not hold the node.
  private int number(long nodeId) {
    return Arrays.binarySearch(nodeIds.buffer, 0, nodeIds.size(), nodeId) + 1;
  }

  private Block blockFor(char type) throws IOException {
    if (block.type != type || block.elements == ELEMENTS_PER_BLOCK) {
      flush();
      block = new Block(type);
    }
    return block;
  }

  private void flush() throws IOException {
    if (block.elements > 0) {
      writeBlob("OSMData", block.toBytes());
    }
  }

  private void writeBlob(String type, ByteString raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      raw.writeTo(deflater);
    }
    Fileformat.Blob blob =
        Fileformat.Blob.newBuilder()
            .setRawSize(raw.size())
            .setZlibData(ByteString.copyFrom(packed.toByteArray()))
            .build();
    Fileformat.BlobHeader header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.getSerializedSize())
            .build();
    out.writeInt(header.getSerializedSize());
    header.writeTo(out);
    blob.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  /// One block while it fills; ids and coordinates are written as differences to the one before.
  private static final class Block {
    private final char type;
    private int elements;
    private final Map<String, Integer> strings = new LinkedHashMap<>(Map.of("", 0));
    private final Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    private final Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
    private long lastId;
    private long lastLat;
    private long lastLon;

    Block(char type) {
      this.type = type;
    }

    private int string(String text) {
      Integer known = strings.putIfAbsent(text, strings.size());
      return known == null ? strings.size() - 1 : known;
    }

    void node(long id, int latE7, int lonE7, String[] tags) {
      elements++;
      dense.addId(id - lastId).addLat(latE7 - lastLat).addLon(lonE7 - lastLon);
      lastId = id;
      lastLat = latE7;
      lastLon = lonE7;
      for (String text : tags) {
        dense.addKeysVals(string(text));
      }
      dense.addKeysVals(0);
    }

    void way(OsmStore.Way way) {
      elements++;
      Osmformat.Way.Builder builder = group.addWaysBuilder().setId(way.id());
      long last = 0;
      for (long node : way.nodes()) {
        builder.addRefs(node - last);
        last = node;
      }
      for (int i = 0; i < way.tags().length; i += 2) {
        builder.addKeys(string(way.tags()[i])).addVals(string(way.tags()[i + 1]));
      }
    }

    void relation(OsmStore.Relation relation) {
      elements++;
      Osmformat.Relation.Builder builder = group.addRelationsBuilder().setId(relation.id());
      long last = 0;
      for (OsmStore.Member member : relation.members()) {
        builder.addMemids(member.ref() - last).addRolesSid(string(member.role()));
        builder.addTypes(
            switch (member.type()) {
              case 'n' -> Osmformat.Relation.MemberType.NODE;
              case 'w' -> Osmformat.Relation.MemberType.WAY;
              default -> Osmformat.Relation.MemberType.RELATION;
            });
        last = member.ref();
      }
      for (int i = 0; i < relation.tags().length; i += 2) {
        builder.addKeys(string(relation.tags()[i])).addVals(string(relation.tags()[i + 1]));
      }
    }

    ByteString toBytes() {
      if (type == 'n') {
        group.setDense(dense);
      }
      Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
      for (String text : strings.keySet()) {
        table.addS(ByteString.copyFrom(text, StandardCharsets.UTF_8));
      }
      return Osmformat.PrimitiveBlock.newBuilder()
          .setStringtable(table)
          .addPrimitivegroup(group.build().toByteString())
          .build()
          .toByteString();
    }
  }
}
