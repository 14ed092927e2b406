package uz.chorsu.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.chorsu.roads.osm.OsmSink.Member;
import uz.chorsu.roads.osm.WireReader.Damaged;

/// One PrimitiveBlock of a PBF file: a table of strings and groups of elements that refer to it.
final class PbfBlock {
  private static final long[] NONE = {};

  /// In the order of the format's own numbers.
  private static final List<ElementType> TYPES =
      List.of(ElementType.NODE, ElementType.WAY, ElementType.RELATION);

  private final byte[] bytes;
  private final OsmSink sink;
  private final List<String> strings = new ArrayList<>();
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;

  PbfBlock(byte[] bytes, OsmSink sink) {
    this.bytes = bytes;
    this.sink = sink;
  }

  void read() {
    var groups = new ArrayList<WireReader>();
    var block = new WireReader(bytes, 0, bytes.length);
    while (block.hasMore()) {
      switch (block.field()) {
        case 1 -> readStrings(block.nested());
        case 2 -> groups.add(block.nested());
        case 17 -> granularity = block.varint();
        case 19 -> latOffset = block.varint();
        case 20 -> lonOffset = block.varint();
        default -> block.skip();
      }
    }
    groups.forEach(this::readGroup);
  }

  private void readStrings(WireReader table) {
    while (table.hasMore()) {
      if (table.field() == 1) {
        strings.add(new String(table.bytes(), StandardCharsets.UTF_8));
      } else {
        table.skip();
      }
    }
  }

  private void readGroup(WireReader group) {
    while (group.hasMore()) {
      int field = group.field();
      boolean wanted =
          switch (field) {
            case 1, 2 -> sink.wants(ElementType.NODE);
            case 3 -> sink.wants(ElementType.WAY);
            case 4 -> sink.wants(ElementType.RELATION);
            default -> false;
          };
      if (!wanted) {
        group.skip();
        continue;
      }
      WireReader element = group.nested();
      switch (field) {
        case 1 -> readNode(element);
        case 2 -> readDense(element);
        case 3 -> readWay(element);
        default -> readRelation(element);
      }
    }
  }

  private void readNode(WireReader node) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    long[] keys = NONE;
    long[] values = NONE;
    while (node.hasMore()) {
      switch (node.field()) {
        case 1 -> id = node.zigzag();
        case 2 -> keys = node.packed();
        case 3 -> values = node.packed();
        case 8 -> lat = node.zigzag();
        case 9 -> lon = node.zigzag();
        default -> node.skip();
      }
    }
    emitNode(id, lat, lon, tags(keys, values));
  }

  private void readDense(WireReader dense) {
    long[] ids = NONE;
    long[] lats = NONE;
    long[] lons = NONE;
    long[] keysAndValues = NONE;
    while (dense.hasMore()) {
      switch (dense.field()) {
        case 1 -> ids = WireReader.undelta(dense.packed());
        case 8 -> lats = WireReader.undelta(dense.packed());
        case 9 -> lons = WireReader.undelta(dense.packed());
        case 10 -> keysAndValues = dense.packed();
        default -> dense.skip();
      }
    }
    if (lats.length != ids.length || lons.length != ids.length) {
      throw new Damaged("it has " + ids.length + " nodes but " + lats.length + " latitudes");
    }
    int next = 0;
    for (int i = 0; i < ids.length; i++) {
      Map<String, String> tags = Map.of();
      while (next < keysAndValues.length && keysAndValues[next] != 0) {
        if (next + 1 >= keysAndValues.length) {
          throw new Damaged("a tag has no value");
        }
        if (tags.isEmpty()) {
          tags = new HashMap<>();
        }
        tags.put(string(keysAndValues[next]), string(keysAndValues[next + 1]));
        next += 2;
      }
      next++;
      emitNode(ids[i], lats[i], lons[i], tags);
    }
  }

  private void emitNode(long id, long lat, long lon, Map<String, String> tags) {
    double latDegrees = 1e-9 * (latOffset + granularity * lat);
    double lonDegrees = 1e-9 * (lonOffset + granularity * lon);
    if (Math.abs(latDegrees) > 90 || Math.abs(lonDegrees) > 180) {
      throw new Damaged("node " + id + " lies at " + latDegrees + ", " + lonDegrees);
    }
    sink.node(id, latDegrees, lonDegrees, tags);
  }

  private void readWay(WireReader way) {
    long id = 0;
    long[] keys = NONE;
    long[] values = NONE;
    long[] refs = NONE;
    while (way.hasMore()) {
      switch (way.field()) {
        case 1 -> id = way.varint();
        case 2 -> keys = way.packed();
        case 3 -> values = way.packed();
        case 8 -> refs = WireReader.undelta(way.packed());
        default -> way.skip();
      }
    }
    sink.way(id, refs, tags(keys, values));
  }

  private void readRelation(WireReader relation) {
    long id = 0;
    long[] keys = NONE;
    long[] values = NONE;
    long[] roles = NONE;
    long[] refs = NONE;
    long[] types = NONE;
    while (relation.hasMore()) {
      switch (relation.field()) {
        case 1 -> id = relation.varint();
        case 2 -> keys = relation.packed();
        case 3 -> values = relation.packed();
        case 8 -> roles = relation.packed();
        case 9 -> refs = WireReader.undelta(relation.packed());
        case 10 -> types = relation.packed();
        default -> relation.skip();
      }
    }
    if (roles.length != refs.length || types.length != refs.length) {
      throw new Damaged("relation " + id + " has members without a role or type");
    }
    var members = new ArrayList<Member>(refs.length);
    for (int i = 0; i < refs.length; i++) {
      if (types[i] < 0 || types[i] > 2) {
        throw new Damaged("relation " + id + " has a member of unknown type " + types[i]);
      }
      members.add(new Member(TYPES.get((int) types[i]), refs[i], string(roles[i])));
    }
    sink.relation(id, members, tags(keys, values));
  }

  private Map<String, String> tags(long[] keys, long[] values) {
    if (keys.length != values.length) {
      throw new Damaged("it has " + keys.length + " keys but " + values.length + " values");
    }
    if (keys.length == 0) {
      return Map.of();
    }
    Map<String, String> tags = HashMap.newHashMap(keys.length);
    for (int i = 0; i < keys.length; i++) {
      tags.put(string(keys[i]), string(values[i]));
    }
    return tags;
  }

  private String string(long index) {
    if (index < 0 || index >= strings.size()) {
      throw new Damaged("it refers to text " + index + " of " + strings.size());
    }
    return strings.get((int) index);
  }
}
