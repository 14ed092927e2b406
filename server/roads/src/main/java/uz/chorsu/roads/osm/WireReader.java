package uz.chorsu.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one protocol-buffers message out of a byte array (protobuf.dev, "Encoding"). Written by
/// hand because the format needs so little of it, and to stay clear of quarrels between versions of
/// the protobuf library.
final class WireReader {
  private final byte[] bytes;
  private int position;
  private final int end;
  private int wireType;

  WireReader(byte[] bytes, int from, int to) {
    if (from < 0 || to > bytes.length || from > to) {
      throw new Damaged("a field reaches beyond its message");
    }
    this.bytes = bytes;
    this.position = from;
    this.end = to;
  }

  /// What the bytes say cannot be. Turned into a {@link uz.chorsu.model.Refused} that names the
  /// block.
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  boolean hasMore() {
    return position < end;
  }

  /// Number of the next field.
  int field() {
    int tag = (int) varint();
    wireType = tag & 7;
    return tag >>> 3;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        throw new Damaged("a number is cut off");
      }
      byte b = bytes[position++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new Damaged("a number is longer than 64 bits");
  }

  /// A number in zigzag encoding (`sint32`, `sint64`).
  long zigzag() {
    long raw = varint();
    return (raw >>> 1) ^ -(raw & 1);
  }

  /// A message, string or packed list inside this one.
  WireReader nested() {
    if (wireType != 2) {
      throw new Damaged("a field has wire type " + wireType + " instead of 2");
    }
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new Damaged("a field reaches beyond its message");
    }
    int from = position;
    position += (int) length;
    return new WireReader(bytes, from, position);
  }

  byte[] bytes() {
    WireReader inside = nested();
    return Arrays.copyOfRange(bytes, inside.position, inside.end);
  }

  String text() {
    WireReader inside = nested();
    return new String(bytes, inside.position, inside.end - inside.position, StandardCharsets.UTF_8);
  }

  /// All numbers of a packed list.
  long[] packed() {
    WireReader inside = nested();
    int count = 0;
    for (int i = inside.position; i < inside.end; i++) {
      if (bytes[i] >= 0) {
        count++;
      }
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = inside.varint();
    }
    return values;
  }

  void skip() {
    switch (wireType) {
      case 0 -> varint();
      case 1 -> advance(8);
      case 2 -> nested();
      case 5 -> advance(4);
      default -> throw new Damaged("a field has the unknown wire type " + wireType);
    }
  }

  private void advance(int count) {
    if (count > end - position) {
      throw new Damaged("a field is cut off");
    }
    position += count;
  }

  /// Turns zigzag-encoded differences into values, in place.
  static long[] undelta(long[] raw) {
    long value = 0;
    for (int i = 0; i < raw.length; i++) {
      value += (raw[i] >>> 1) ^ -(raw[i] & 1);
      raw[i] = value;
    }
    return raw;
  }
}
