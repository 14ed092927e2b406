package uz.chorsu.tiles;

import com.onthegomap.planetiler.reader.osm.OsmElement;
import com.onthegomap.planetiler.reader.osm.OsmInputFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/// The city's OpenStreetMap file as the administrator gave it. What it is decides its content, not
/// its name.
final class CityFile {
  private enum Format {
    PBF,
    XML,
    GZIPPED_XML
  }

  private static final int SNIFFED_BYTES = 512;

  private final Path path;
  private final Format format;

  /// @throws UnusableFile if it is missing, empty or nothing of OpenStreetMap's
  CityFile(Path path) throws IOException {
    this.path = path;
    if (!Files.isRegularFile(path)) {
      throw new UnusableFile(path, "is not a file that can be read");
    }
    if (Files.size(path) == 0) {
      throw new UnusableFile(path, "is empty");
    }
    this.format = format(path);
  }

  private static Format format(Path path) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(SNIFFED_BYTES);
    }
    boolean gzipped = head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    if (gzipped) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
        head = in.readNBytes(SNIFFED_BYTES);
      } catch (ZipException | EOFException e) {
        throw new UnusableFile(path, "is a broken gzip file", e);
      }
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!gzipped && text.contains("OSMHeader")) {
      return Format.PBF;
    }
    if (text.contains("<?xml") || text.contains("<osm")) {
      return gzipped ? Format.GZIPPED_XML : Format.XML;
    }
    throw new UnusableFile(
        path, "is not OpenStreetMap data: neither .osm.pbf nor .osm nor .osm.gz is inside");
  }

  /// The file itself if planetiler can read it as it is, otherwise a sorted copy in PBF.
  ///
  /// @param folder where a copy may be written
  /// @throws UnusableFile if it is broken or holds no map
  Contents prepare(Path folder, ProgressLines progress) throws IOException {
    progress.at(0, "check");
    Path sorted = folder.resolve("sorted.osm.pbf");
    if (format == Format.PBF) {
      Contents contents = inspect(path).within(new OsmInputFile(path).getLatLonBounds());
      if (contents.canBeDrawnAsItIs()) {
        return contents;
      }
      progress.at(0.02, "sort");
      if (contents.sorted()) {
        copy(sorted);
        return contents.at(sorted);
      }
    }
    progress.at(0.02, "sort");
    OsmStore store = new OsmStore();
    switch (format) {
      case PBF -> {
        store.declare(new OsmInputFile(path).getLatLonBounds());
        forEachElement(path, store::add);
      }
      case XML -> readXml(store, false);
      case GZIPPED_XML -> readXml(store, true);
    }
    progress.at(0.08, "sort");
    store.writeSorted(sorted);
    progress.at(0.12, "sort");
    return inspect(sorted).within(store.declared());
  }

  /// Only gives the nodes new numbers; the order is right already.
  private void copy(Path to) throws IOException {
    try (SortedPbf pbf = new SortedPbf(to)) {
      forEachElement(path, pbf::add);
    }
  }

  private Contents inspect(Path pbf) throws IOException {
    Contents.Counter counter = new Contents.Counter();
    forEachElement(pbf, counter::add);
    Contents contents = counter.of(pbf);
    if (contents.nodes() == 0) {
      throw new UnusableFile(path, "holds no node, so there is nothing to draw");
    }
    if (contents.ways() == 0) {
      throw new UnusableFile(path, "holds no way, so there is nothing to draw");
    }
    return contents;
  }

  private interface ElementReader {
    void accept(OsmElement element) throws IOException;
  }

  /// Planetiler's reader throws many kinds of exceptions at a broken file: protobuf's, zip's, its
  /// own and those of running out of an array.
  private void forEachElement(Path pbf, ElementReader reader) throws IOException {
    try (var source = new OsmInputFile(pbf).get()) {
      source.forEachBlock(block ->
          block.forEach(element -> {
            try {
              reader.accept(element);
            } catch (IOException e) {
              throw new WritingFailed(e);
            }
          }));
    } catch (WritingFailed e) {
      throw e.cause;
    } catch (RuntimeException e) {
      throw new UnusableFile(path, "is a broken .osm.pbf file: " + reason(e), e);
    }
  }

  /// Tells a full disk from a broken city file.
  private static final class WritingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    WritingFailed(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private void readXml(OsmStore store, boolean gzipped) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        InputStream in = gzipped ? new GZIPInputStream(file, 1 << 16) : file) {
      new OsmXml(store).read(in);
    } catch (XMLStreamException e) {
      throw new UnusableFile(path, "is broken OpenStreetMap XML: " + reason(e), e);
    } catch (ZipException | EOFException e) {
      throw new UnusableFile(path, "is a broken gzip file", e);
    }
  }

  /// The innermost message, on one line.
  static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      message = cause.getClass().getSimpleName();
    }
    String line = message.replaceAll("\\s+", " ").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
