package uz.chorsu.roads.osm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import uz.chorsu.model.Refused;

/// An OpenStreetMap file. Its format is told by its content, never by its name: PBF, XML, or either
/// of them packed with gzip.
public final class OsmFile {
  private static final int SNIFF_BYTES = 64;

  private final Path path;
  private final long sizeBytes;

  private OsmFile(Path path, long sizeBytes) {
    this.path = path;
    this.sizeBytes = sizeBytes;
  }

  /// @throws Refused if there is no such file, it cannot be read, or it is empty
  public static OsmFile at(Path path) {
    try {
      if (!Files.exists(path)) {
        throw refused(path, "there, but no file has this name");
      }
      if (!Files.isRegularFile(path)) {
        throw refused(path, "a file, but it is a folder or a device");
      }
      if (!Files.isReadable(path)) {
        throw refused(path, "readable, but this user may not read it");
      }
      long size = Files.size(path);
      if (size == 0) {
        throw refused(path, "an OpenStreetMap file, but it is empty (0 bytes)");
      }
      return new OsmFile(path, size);
    } catch (IOException e) {
      throw refused(path, "readable, but reading it failed: " + e.getMessage());
    }
  }

  public Path path() {
    return path;
  }

  /// Reads the whole file once.
  ///
  /// @throws Refused if it is not an OpenStreetMap file or is broken, naming the place
  public void read(OsmSink sink) {
    try (var counted = new CountingStream(Files.newInputStream(path));
        var raw = new BufferedInputStream(counted, 1 << 16)) {
      InputStream plain = isGzip(peek(raw)) ? unzipped(raw) : raw;
      read(plain, counted, sink);
      sink.progress(1);
    } catch (ZipException e) {
      throw refused(path, "sound, but its gzip packing is damaged: " + e.getMessage());
    } catch (EOFException e) {
      throw refused(path, "complete, but it is cut off after " + sizeBytes + " bytes");
    } catch (IOException e) {
      throw refused(path, "readable, but reading it failed: " + e.getMessage());
    }
  }

  private void read(InputStream plain, CountingStream counted, OsmSink sink) throws IOException {
    byte[] head = peek(plain);
    if (head.length == 0) {
      throw refused(path, "an OpenStreetMap file, but there is nothing inside its gzip packing");
    }
    Runnable progress = () -> sink.progress(Math.min(1, (double) counted.count() / sizeBytes));
    if (looksLikePbf(head)) {
      new PbfReader(this, plain, sink, progress).read();
    } else if (looksLikeXml(head)) {
      new XmlReader(this, plain, sink, progress).read();
    } else {
      throw refused(
          path,
          "an OpenStreetMap file (.osm.pbf, .osm or .osm.gz), but it starts with "
              + describe(head));
    }
  }

  Refused refused(String rule) {
    return refused(path, rule);
  }

  long sizeBytes() {
    return sizeBytes;
  }

  private static Refused refused(Path path, String rule) {
    return new Refused("city file " + path.getFileName(), rule, null);
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(SNIFF_BYTES);
    byte[] head = in.readNBytes(SNIFF_BYTES);
    in.reset();
    return head;
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  /// A PBF starts with a big-endian length and a BlobHeader whose first field is `OSMHeader`.
  private static boolean looksLikePbf(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).contains("OSMHeader")
        || (head.length > 5 && head[0] == 0 && head[1] == 0 && head[4] == 0x0a);
  }

  private static boolean looksLikeXml(byte[] head) {
    int mark = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
    boolean utf16 = mark == 0xfeff || mark == 0xfffe;
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return utf16 || text.startsWith("<");
  }

  private static String describe(byte[] head) {
    var text = new StringBuilder();
    boolean printable = true;
    for (int i = 0; i < Math.min(head.length, 24); i++) {
      printable &= (head[i] >= ' ' && head[i] < 127) || head[i] == '\n' || head[i] == '\r';
    }
    for (int i = 0; i < Math.min(head.length, printable ? 24 : 8); i++) {
      text.append(
          printable
              ? (head[i] < ' ' ? " " : String.valueOf((char) head[i]))
              : String.format(Locale.ROOT, "%02x ", head[i] & 0xff));
    }
    return printable
        ? "\"" + text.toString().strip() + "\""
        : "the bytes " + text.toString().strip();
  }
}
