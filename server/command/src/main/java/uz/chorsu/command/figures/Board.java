package uz.chorsu.command.figures;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.incidents.IncidentList;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.Unit;

/// The board on paper: every open incident with its units, and the units that are free, for the day
/// on which the system is down. The file on disk is always a whole one.
public final class Board {
  private static final int PAGE = 500;
  private static final int MOST = 5_000;

  private final IncidentList incidents;
  private final Fleet fleet;
  private final BoardPage page;
  private final Path file;

  /// @param file where the snapshot is kept; its folder is made when it is first written
  public Board(IncidentList incidents, Fleet fleet, BoardPage page, Path file) {
    this.incidents = incidents;
    this.fleet = fleet;
    this.page = page;
    this.file = file;
  }

  /// Writes the board as it is now. A reader sees the old one or the new one, never half of one.
  public void write(Instant now) throws IOException {
    List<Unit> free = fleet.listAll().stream().filter(Unit::isFree).toList();
    byte[] html = page.write(now, open(), free).getBytes(StandardCharsets.UTF_8);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            half,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(html));
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The snapshot as it is kept on disk.
  public Optional<byte[]> find() throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private List<IncidentSummary> open() {
    List<IncidentSummary> open = new ArrayList<>();
    IncidentList.Filter filter = IncidentList.Filter.OPEN;
    while (open.size() < MOST) {
      Page<IncidentSummary> next = incidents.list(filter, PAGE);
      open.addAll(next.items());
      if (!next.more()) {
        return open;
      }
      filter =
          new IncidentList.Filter(
              filter.which(),
              null,
              null,
              null,
              null,
              null,
              IncidentList.After.of(filter.which(), open.getLast()));
    }
    return open;
  }
}
