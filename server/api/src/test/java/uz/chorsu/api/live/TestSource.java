package uz.chorsu.api.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import uz.chorsu.command.figures.Figures;
import uz.chorsu.command.journal.Journal;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// The real journal with made-up incidents and positions.
final class TestSource implements LiveSource {
  private final Journal journal;
  private final Map<UnitId, Marked> positions = new ConcurrentHashMap<>();
  private final AtomicLong marks = new AtomicLong();
  volatile Figures figures =
      new Figures(Instant.EPOCH, 0, 0, null, null, 0, Map.of(), Map.of(), 0, 0);

  private record Marked(Seen seen, long mark) {}

  TestSource(Journal journal) {
    this.journal = journal;
  }

  void move(UnitId unit, double lat, double lon) {
    Seen seen = new Seen(unit, new GeoPoint(lat, lon), Instant.EPOCH, 90.0, null);
    positions.put(unit, new Marked(seen, marks.incrementAndGet()));
  }

  @Override
  public long lastSeq() {
    return journal.last();
  }

  @Override
  public List<Recorded> changesAfter(long seq, int limit) {
    return journal.after(seq, limit);
  }

  @Override
  public Map<IncidentId, ?> incidents(Set<IncidentId> ids) {
    Map<IncidentId, Object> found = new HashMap<>();
    ids.forEach(id -> found.put(id, Map.of("id", id.toString(), "padding", "x".repeat(1_000))));
    return found;
  }

  @Override
  public Map<UnitId, ?> units(Set<UnitId> ids) {
    return Map.of();
  }

  @Override
  public List<Seen> movedSince(long mark) {
    return positions.values().stream().filter(m -> m.mark() > mark).map(Marked::seen).toList();
  }

  @Override
  public long positionMark() {
    return marks.get();
  }

  @Override
  public Figures figures() {
    return figures;
  }
}
