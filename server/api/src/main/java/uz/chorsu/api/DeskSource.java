package uz.chorsu.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uz.chorsu.api.live.LiveSource;
import uz.chorsu.command.Command;
import uz.chorsu.command.figures.Figures;
import uz.chorsu.command.figures.FiguresReader;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Feeds the live feed from the desk.
final class DeskSource implements LiveSource {
  private final Command command;
  private final FiguresReader figures;

  DeskSource(Command command, FiguresReader figures) {
    this.command = command;
    this.figures = figures;
  }

  @Override
  public long lastSeq() {
    return command.journal().last();
  }

  @Override
  public List<Recorded> changesAfter(long seq, int limit) {
    return command.journal().after(seq, limit);
  }

  @Override
  public Map<IncidentId, ?> incidents(Set<IncidentId> ids) {
    Map<IncidentId, Object> found = new HashMap<>();
    command.listSummaries(ids).forEach(one -> found.put(new IncidentId(one.id()), one));
    return found;
  }

  @Override
  public Map<UnitId, ?> units(Set<UnitId> ids) {
    Map<UnitId, Object> found = new HashMap<>();
    command.listUnits(ids).forEach(one -> found.put(new UnitId(one.id()), one));
    return found;
  }

  @Override
  public List<Seen> movedSince(long mark) {
    return command.positions().movedSince(mark).stream()
        .map(held ->
            new Seen(held.unit(), held.point(), held.at(), held.headingDeg(), held.speedKmh()))
        .toList();
  }

  @Override
  public long positionMark() {
    return command.positions().mark();
  }

  @Override
  public Figures figures() {
    return figures.get();
  }
}
