package uz.chorsu.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the base map of the city in use made, once, beside everything else: the desk works without
/// it and shows it when it is there.
final class BaseMapMaker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BaseMapMaker.class);
  private static final int HEAP_MIB = 1024;

  private final CityInUse.Chosen city;
  private volatile @Nullable Child child;
  private volatile boolean closing;

  BaseMapMaker(CityInUse.Chosen city) {
    this.city = city;
  }

  /// The finished map.
  Optional<Path> find() {
    return Files.exists(city.baseMap()) ? Optional.of(city.baseMap()) : Optional.empty();
  }

  /// Returns at once.
  void begin(Programs programs, PrintStream progress) {
    if (find().isPresent()) {
      return;
    }
    if (!Files.exists(city.source())) {
      log.warn("There is no base map, and the file to make it from is gone: {}", city.source());
      return;
    }
    Thread.ofVirtual().name("base-map").start(() -> make(programs, progress));
  }

  @Override
  public void close() {
    closing = true;
    Child now = child;
    if (now != null && now.isRunning()) {
      now.stop();
    }
  }

  private void make(Programs programs, PrintStream progress) {
    ProgressLine line = new ProgressLine(progress, "Drawing the base map");
    try {
      Child now =
          Child.start(
              "tiles",
              programs.java(
                  "tiles",
                  "uz.chorsu.tiles.Tiles",
                  HEAP_MIB,
                  List.of("--in", city.source().toString(), "--out", city.baseMap().toString())),
              programs.home(),
              text -> report(text, line));
      child = now;
      int value = now.await();
      if (value != 0 && !closing) {
        log.error("There is no base map (exit value {}): {}", value, now.lastWords());
      }
    } catch (RuntimeException e) {
      log.error("There is no base map: {}", e.getMessage());
    }
  }

  /// The map maker says `progress <0..1> <step>`.
  private static void report(String text, ProgressLine line) {
    String[] words = text.split(" ", 3);
    if (words.length == 3 && words[0].equals("progress")) {
      try {
        line.at(words[2], Double.parseDouble(words[1]));
      } catch (NumberFormatException e) {
        log.debug("Not a share: {}", words[1]);
      }
    }
  }
}
