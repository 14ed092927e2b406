package uz.chorsu.sim.city;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// One Protocol Buffers message while it is written
/// (https://protobuf.dev/programming-guides/encoding): the few shapes that OpenStreetMap's PBF
/// format needs, so that no library is needed for them.
final class Protobuf {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  Protobuf number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  Protobuf signed(int field, long value) {
    return number(field, zigzag(value));
  }

  Protobuf bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    bytes.write(value, 0, value.length);
    return this;
  }

  Protobuf text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Protobuf message(int field, Protobuf value) {
    return bytes(field, value.toBytes());
  }

  /// Adds to a packed list; put the list into its message with [#message(int, Protobuf)].
  void packed(long value) {
    varint(value);
  }

  void packedSigned(long value) {
    varint(zigzag(value));
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }
}
