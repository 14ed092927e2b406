package uz.chorsu.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.assignments.AssignmentReader;
import uz.chorsu.command.calls.Call;
import uz.chorsu.command.calls.CallReader;
import uz.chorsu.command.calls.Calls;
import uz.chorsu.command.calls.DuplicateCandidate;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Marks;
import uz.chorsu.command.incidents.Summaries;
import uz.chorsu.command.incidents.TimelineEntry;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.places.LocationEntry;
import uz.chorsu.command.places.LocationFile;
import uz.chorsu.command.units.Fleet;
import uz.chorsu.command.units.Unit;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.UnitId;

/// All that those who handle an incident need: working data, read on the reserved connections, with
/// phone, name and words opened.
public final class Details {
  private static final double NEAR_METRES = 100;
  private static final int MOST_NEAR = 50;

  private final Changes changes;
  private final Summaries summaries;
  private final CallReader callReader;
  private final Calls calls;
  private final Marks marks;
  private final Fleet fleet;
  private final LocationFile locationFile;

  Details(
      Changes changes,
      Summaries summaries,
      CallReader callReader,
      Calls calls,
      Marks marks,
      Fleet fleet,
      LocationFile locationFile) {
    this.changes = changes;
    this.summaries = summaries;
    this.callReader = callReader;
    this.calls = calls;
    this.marks = marks;
    this.fleet = fleet;
    this.locationFile = locationFile;
  }

  /// An incident in the shape of the API.
  ///
  /// @param locationFile what is known about the place
  public record Incident(
      @JsonUnwrapped IncidentSummary summary,
      List<Call> calls,
      List<Assignment> assignments,
      List<TimelineEntry> timeline,
      List<Marks.Item> checklist,
      List<Marks.Benchmark> benchmarks,
      List<LocationEntry> locationFile,
      List<DuplicateCandidate> duplicates) {}

  /// What a crew needs now.
  ///
  /// @param assignment null when it is free
  /// @param incident null when it is free
  public record Current(Unit unit, @Nullable Assignment assignment, @Nullable Incident incident) {}

  /// @throws NotFound if there is none with this id
  public Incident get(IncidentId id) {
    return changes.readUrgent(handle -> get(handle, id));
  }

  /// @throws NotFound if the fleet has no such unit
  public Current current(UnitId id) {
    return changes.readUrgent(handle -> {
      Unit unit = fleet.get(handle, id);
      Unit.Current current = unit.assignment();
      if (current == null) {
        return new Current(unit, null, null);
      }
      return new Current(
          unit,
          AssignmentReader.get(handle, new AssignmentId(current.id())),
          get(handle, new IncidentId(current.incidentId())));
    });
  }

  private Incident get(Handle handle, IncidentId id) {
    IncidentSummary summary = summaries.get(handle, id);
    return new Incident(
        summary,
        callReader.ofIncident(handle, id),
        AssignmentReader.ofIncident(handle, id),
        marks.timeline(handle, id),
        marks.checklist(handle, id),
        Marks.benchmarks(handle, id),
        near(handle, summary),
        calls.duplicatesOf(handle, summary));
  }

  private List<LocationEntry> near(Handle handle, IncidentSummary incident) {
    Double lat = incident.lat();
    Double lon = incident.lon();
    return lat == null || lon == null
        ? List.of()
        : locationFile.near(
            handle, new GeoPoint(lat, lon), NEAR_METRES, MOST_NEAR, new IncidentId(incident.id()));
  }
}
