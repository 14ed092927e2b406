package uz.chorsu.tiles;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One street in PBF whose nodes have ids as large as today's.
final class LargeIds {
  private LargeIds() {}

  static void write(Path file, long firstId) throws IOException {
    Osmformat.StringTable.Builder strings = Osmformat.StringTable.newBuilder();
    for (String text : new String[] {"", "highway", "residential", "name", "Yangi"}) {
      strings.addS(ByteString.copyFromUtf8(text));
    }
    Osmformat.PrimitiveGroup nodes =
        Osmformat.PrimitiveGroup.newBuilder()
            .setDense(
                Osmformat.DenseNodes.newBuilder()
                    .addId(firstId)
                    .addId(1)
                    .addLat(410_000_000L)
                    .addLat(10_000)
                    .addLon(660_000_000L)
                    .addLon(10_000))
            .build();
    Osmformat.PrimitiveGroup ways =
        Osmformat.PrimitiveGroup.newBuilder()
            .addWays(
                Osmformat.Way.newBuilder()
                    .setId(1)
                    .addRefs(firstId)
                    .addRefs(1)
                    .addKeys(1)
                    .addVals(2)
                    .addKeys(3)
                    .addVals(4))
            .build();
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      blob(
          out,
          "OSMHeader",
          Osmformat.HeaderBlock.newBuilder()
              .addRequiredFeatures("OsmSchema-V0.6")
              .addRequiredFeatures("DenseNodes")
              .build()
              .toByteString());
      blob(
          out,
          "OSMData",
          Osmformat.PrimitiveBlock.newBuilder()
              .setStringtable(strings)
              .addPrimitivegroup(nodes.toByteString())
              .addPrimitivegroup(ways.toByteString())
              .build()
              .toByteString());
    }
  }

  private static void blob(DataOutputStream out, String type, ByteString raw) throws IOException {
    Fileformat.Blob blob = Fileformat.Blob.newBuilder().setRaw(raw).setRawSize(raw.size()).build();
    Fileformat.BlobHeader header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.getSerializedSize())
            .build();
    out.writeInt(header.getSerializedSize());
    header.writeTo(out);
    blob.writeTo(out);
  }
}
