package uz.chorsu.roads.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import uz.chorsu.roads.osm.WireReader.Damaged;

/// The outer layer of a PBF file: a row of blocks, each packed on its own
/// (wiki.openstreetmap.org/wiki/PBF_Format).
final class PbfReader {
  /// The format's own limits.
  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private static final int MAX_BLOB_BYTES = 32 * 1024 * 1024;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final OsmFile file;
  private final InputStream in;
  private final OsmSink sink;
  private final Runnable progress;
  private int block;
  private long position;

  PbfReader(OsmFile file, InputStream in, OsmSink sink, Runnable progress) {
    this.file = file;
    this.in = in;
    this.sink = sink;
    this.progress = progress;
  }

  void read() throws IOException {
    boolean headerSeen = false;
    while (true) {
      long start = position;
      byte[] lengthBytes = in.readNBytes(4);
      if (lengthBytes.length == 0) {
        break;
      }
      block++;
      try {
        headerSeen |= readBlock(lengthBytes);
      } catch (EOFException e) {
        throw file.refused("complete, but it ends in the middle of " + place(start));
      } catch (Damaged | DataFormatException e) {
        throw file.refused("sound, but " + place(start) + " is damaged: " + e.getMessage());
      }
      progress.run();
    }
    if (!headerSeen) {
      throw file.refused("an OpenStreetMap PBF file, but its header block is missing");
    }
  }

  private String place(long start) {
    return "block " + block + " (from byte " + start + "; the file has " + file.sizeBytes() + ")";
  }

  /// @return whether the block was the file's header
  private boolean readBlock(byte[] lengthBytes) throws IOException, DataFormatException {
    position += lengthBytes.length;
    if (lengthBytes.length < 4) {
      throw new EOFException();
    }
    int headerLength = ByteBuffer.wrap(lengthBytes).getInt();
    if (headerLength <= 0 || headerLength > MAX_HEADER_BYTES) {
      throw new Damaged("its header claims " + headerLength + " bytes");
    }
    var header = new WireReader(exactly(headerLength), 0, headerLength);
    String type = "";
    int size = -1;
    while (header.hasMore()) {
      switch (header.field()) {
        case 1 -> type = header.text();
        case 3 -> size = (int) header.varint();
        default -> header.skip();
      }
    }
    if (size < 0 || size > MAX_BLOB_BYTES + MAX_HEADER_BYTES) {
      throw new Damaged("it claims " + size + " bytes");
    }
    byte[] blob = exactly(size);
    switch (type) {
      case "OSMHeader" -> checkHeader(unpack(blob));
      case "OSMData" -> new PbfBlock(unpack(blob), sink).read();
      default -> {
        // The format asks readers to pass over unknown kinds of blocks.
      }
    }
    return type.equals("OSMHeader");
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    position += bytes.length;
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private byte[] unpack(byte[] blob) throws DataFormatException {
    var reader = new WireReader(blob, 0, blob.length);
    int rawSize = -1;
    byte[] zlib = null;
    while (reader.hasMore()) {
      int field = reader.field();
      switch (field) {
        case 1 -> {
          return reader.bytes();
        }
        case 2 -> rawSize = (int) reader.varint();
        case 3 -> zlib = reader.bytes();
        case 4, 5, 6, 7 ->
            throw new Damaged(
                "it is packed with "
                    + new String[] {"lzma", "bzip2", "lz4", "zstd"}[field - 4]
                    + ", only zlib can be read (osmium cat -o new.osm.pbf writes it)");
        default -> reader.skip();
      }
    }
    if (zlib == null || rawSize < 0 || rawSize > MAX_BLOB_BYTES) {
      throw new Damaged("its content is missing or too large");
    }
    return inflate(zlib, rawSize);
  }

  private static byte[] inflate(byte[] zlib, int rawSize) throws DataFormatException {
    byte[] raw = new byte[rawSize];
    try (var inflater = new Inflater()) {
      inflater.setInput(zlib);
      int done = 0;
      while (done < rawSize) {
        int count = inflater.inflate(raw, done, rawSize - done);
        if (count == 0) {
          throw new Damaged("its packed content ends too soon");
        }
        done += count;
      }
    }
    return raw;
  }

  private void checkHeader(byte[] bytes) {
    var header = new WireReader(bytes, 0, bytes.length);
    while (header.hasMore()) {
      if (header.field() != 4) {
        header.skip();
        continue;
      }
      String feature = header.text();
      if (!KNOWN_FEATURES.contains(feature)) {
        throw file.refused(
            "a plain extract, but it needs the feature \"" + feature + "\" to be understood");
      }
    }
  }
}
