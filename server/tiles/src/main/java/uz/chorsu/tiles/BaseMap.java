package uz.chorsu.tiles;

import com.onthegomap.planetiler.Planetiler;
import com.onthegomap.planetiler.config.Arguments;
import com.onthegomap.planetiler.pmtiles.ReadablePmtiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// Makes one PMTiles file from one city file. All that is temporary lies in one folder beside the
/// result, so that it is on the same disk, and goes with it.
final class BaseMap {
  static final int MAX_ZOOM = 14;

  record Made(long tiles, long bytes) {}

  private final Path in;
  private final Path out;
  private final Path workFolder;
  private final ProgressLines progress;

  BaseMap(Path in, Path out, ProgressLines progress) {
    this.in = in;
    this.out = out.toAbsolutePath();
    this.workFolder = this.out.resolveSibling("." + this.out.getFileName() + ".work");
    this.progress = progress;
  }

  /// @throws UnusableFile if no map can be made from the city file; nothing is left behind then
  Made make() throws IOException {
    CityFile city = new CityFile(in);
    Files.createDirectories(workFolder.resolveSibling("."));
    // One that was killed leaves its folder.
    deleteWorkFolder();
    Files.createDirectory(workFolder);
    Thread cleaner = new Thread(this::deleteWorkFolder);
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      Contents contents = city.prepare(workFolder, progress);
      Path half = workFolder.resolve("half.pmtiles");
      draw(contents, half);
      Made made = new Made(countTiles(half), Files.size(half));
      if (made.tiles == 0) {
        throw new UnusableFile(in, "holds nothing that a base map shows");
      }
      Files.move(half, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return made;
    } finally {
      deleteWorkFolder();
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  private void draw(Contents contents, Path half) {
    Envelope box = contents.bounds();
    Arguments arguments =
        Arguments.of(
            Map.of(
                // The other maps of node places reserve room for every id there is.
                "nodemap_type", "sparsearray",
                "nodemap_storage", "mmap",
                "tmpdir", workFolder.resolve("planetiler").toString(),
                "bounds",
                    "%s,%s,%s,%s"
                        .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                "maxzoom", String.valueOf(MAX_ZOOM),
                "download", "false",
                "refresh_sources", "false",
                "fetch_wikidata", "false",
                "use_wikidata", "false",
                "exclude_ids", "true"));
    BaseMapProfile profile = new BaseMapProfile(new DrawingProgress(contents, progress));
    try {
      Planetiler.create(arguments)
          .setProfile(profile)
          .addOsmSource("osm", contents.pbf())
          .overwriteOutput(half)
          .run();
    } catch (RuntimeException e) {
      throw new UnusableFile(in, "cannot be drawn: " + CityFile.reason(e), e);
    }
  }

  private static long countTiles(Path pmtiles) throws IOException {
    try (ReadablePmtiles map = new ReadablePmtiles(FileChannel.open(pmtiles))) {
      return map.getHeader().numAddressedTiles();
    }
  }

  private void deleteWorkFolder() {
    if (!Files.exists(workFolder)) {
      return;
    }
    try {
      Files.walkFileTree(
          workFolder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // The next run for the same map tries again.
      System.getLogger(BaseMap.class.getName())
          .log(System.Logger.Level.WARNING, "Could not remove " + workFolder, e);
    }
  }
}
