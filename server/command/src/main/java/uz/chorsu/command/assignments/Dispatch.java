package uz.chorsu.command.assignments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.assignments.Candidate.Busy;
import uz.chorsu.command.assignments.UnitOutcome.Outcome;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Rows;
import uz.chorsu.command.incidents.Endings;
import uz.chorsu.command.incidents.IncidentState;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.States;
import uz.chorsu.command.incidents.Step;
import uz.chorsu.command.incidents.Summaries;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.model.AssignmentId;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.UnitId;

/// Sends units. The free ones go; for each other one the outcome says why not. When two dispatchers
/// want the same unit in the same instant, the database lets one go first and the other one sees
/// it.
public final class Dispatch {
  private final Changes changes;
  private final Summaries summaries;
  private final Endings endings;

  public Dispatch(Changes changes, Summaries summaries, Endings endings) {
    this.changes = changes;
    this.summaries = summaries;
    this.endings = endings;
  }

  /// One outcome for each unit; nothing is thrown for a unit that cannot go.
  ///
  /// @throws uz.chorsu.model.NotFound if there is no such incident
  public DispatchOutcome send(Actor actor, IncidentId id, Order order) {
    return changes.change(actor, change -> send(change, id, order));
  }

  private DispatchOutcome send(Change change, IncidentId id, Order order) {
    Handle handle = change.handle();
    UUID[] units = Rows.ids(order.units(), UnitId::value);
    Set<UUID> lockedIncidents = lockIncidents(handle, id, order);
    IncidentSummary incident = summaries.get(handle, id);
    Map<UUID, Candidate> candidates = Candidate.lock(handle, units);
    List<UnitOutcome> outcomes = new ArrayList<>();
    Set<IncidentId> left = new LinkedHashSet<>();
    Set<UUID> crewsGone = new LinkedHashSet<>();
    for (UnitId unit : order.units()) {
      Candidate candidate = candidates.get(unit.value());
      UnitOutcome no = obstacle(unit, candidate, incident, order, lockedIncidents, crewsGone);
      if (no != null || candidate == null) {
        outcomes.add(no != null ? no : gone(unit));
        continue;
      }
      Busy busy = candidate.busyWith();
      if (busy != null && !busy.incidentId().equals(id.value())) {
        take(change, candidate, busy, incident);
        left.add(new IncidentId(busy.incidentId()));
      }
      outcomes.add(go(change, candidate, incident, order));
      if (candidate.crewId() != null) {
        crewsGone.add(candidate.crewId());
      }
    }
    if (outcomes.stream().anyMatch(UnitOutcome::went)) {
      States.derive(change, id, change.now());
    }
    left.forEach(other -> States.derive(change, other, change.now()));
    return new DispatchOutcome(id.value(), outcomes);
  }

  /// Incidents that units may be taken from are locked together with this one, before any unit.
  private static Set<UUID> lockIncidents(Handle handle, IncidentId id, Order order) {
    TreeSet<UUID> ids =
        order.takeFrom().isEmpty()
            ? new TreeSet<>()
            : Candidate.incidentsOf(handle, Rows.ids(order.takeFrom(), UnitId::value));
    ids.add(id.value());
    Collection<IncidentId> all = ids.stream().map(IncidentId::new).toList();
    States.lock(handle, all);
    return ids;
  }

  private static @Nullable UnitOutcome obstacle(
      UnitId unit,
      @Nullable Candidate candidate,
      IncidentSummary incident,
      Order order,
      Set<UUID> lockedIncidents,
      Set<UUID> crewsGone) {
    if (candidate == null) {
      return gone(unit);
    }
    UUID id = candidate.id();
    String callSign = candidate.callSign();
    Busy busy = candidate.busyWith();
    if (busy != null && busy.incidentId().equals(incident.id())) {
      boolean goesOn = busy.step() == Step.RESERVED && !order.reserve();
      boolean repeated = busy.assignmentId().equals(assignmentId(order, unit).value());
      return goesOn || repeated
          ? null
          : UnitOutcome.conflict(
              id, callSign, "already-on-this-incident", callSign + " is on this incident already");
    }
    if (incident.state() == IncidentState.CLOSED) {
      return UnitOutcome.refused(id, callSign, "incident-closed", incident.number() + " is closed");
    }
    if (busy != null) {
      return busyElsewhere(candidate, busy, incident, order, lockedIncidents);
    }
    if (candidate.boundBy() != null || crewsGone.contains(candidate.crewId())) {
      String with = candidate.boundBy() == null ? "another vehicle" : candidate.boundBy();
      return UnitOutcome.conflict(
          id, callSign, "crew-busy", "The crew of " + callSign + " is out with " + with);
    }
    return switch (candidate.status()) {
      case "out-of-service" ->
          UnitOutcome.refused(id, callSign, "out-of-service", callSign + " is out of service");
      case "off-duty" -> UnitOutcome.refused(id, callSign, "off-duty", callSign + " is off duty");
      default -> null;
    };
  }

  private static @Nullable UnitOutcome busyElsewhere(
      Candidate candidate,
      Busy busy,
      IncidentSummary incident,
      Order order,
      Set<UUID> lockedIncidents) {
    UUID id = candidate.id();
    String callSign = candidate.callSign();
    if (!order.takeFrom().contains(new UnitId(id))
        || !lockedIncidents.contains(busy.incidentId())) {
      return UnitOutcome.conflict(id, callSign, "unit-busy", callSign + " is on " + busy.number());
    }
    if (busy.step().isAttending()) {
      return UnitOutcome.conflict(
          id, callSign, "on-scene-elsewhere", callSign + " is on scene of " + busy.number());
    }
    if (busy.priority() <= incident.priority()) {
      return UnitOutcome.refused(
          id,
          callSign,
          "not-lower-priority",
          busy.number() + " has priority " + busy.priority() + ", this one " + incident.priority());
    }
    return null;
  }

  private static UnitOutcome gone(UnitId unit) {
    return UnitOutcome.refused(
        unit.value(), null, "no-such-unit", "There is no such unit in the fleet");
  }

  private static void take(
      Change change, Candidate candidate, Busy busy, IncidentSummary incident) {
    Stamping.stamp(change, busy.assignmentId(), Step.CANCELLED, change.now(), false, null);
    Stamping.advance(change, busy.assignmentId(), Step.CANCELLED, change.now());
    change.record(
        Entry.of(
                "taken",
                candidate.callSign()
                    + " was taken from "
                    + busy.number()
                    + " for "
                    + incident.number())
            .incident(new IncidentId(busy.incidentId()))
            .unit(new UnitId(candidate.id()))
            .assignment(new AssignmentId(busy.assignmentId()))
            .with("callSign", candidate.callSign())
            .with("number", busy.number())
            .with("into", incident.number()));
  }

  private UnitOutcome go(
      Change change, Candidate candidate, IncidentSummary incident, Order order) {
    Step step = order.reserve() ? Step.RESERVED : Step.DISPATCHED;
    Instant now = change.now();
    IncidentId incidentId = new IncidentId(incident.id());
    Busy held = candidate.busyWith();
    boolean here = held != null && held.incidentId().equals(incident.id());
    UUID id =
        here && held != null
            ? held.assignmentId()
            : assignmentId(order, new UnitId(candidate.id())).value();
    boolean repeated = here && held != null && held.step().compareTo(step) >= 0;
    if (!repeated) {
      if (here) {
        Stamping.advance(change, id, step, now);
      } else {
        begin(change, id, candidate, incidentId, step);
      }
      Stamping.stamp(change, id, step, now, false, null);
      Stamping.first(change, incidentId, step, now);
      change.record(
          Entry.of(
                  step.word(),
                  candidate.callSign() + " " + step.word() + " to " + incident.number())
              .incident(incidentId)
              .unit(new UnitId(candidate.id()))
              .assignment(new AssignmentId(id))
              .with("callSign", candidate.callSign())
              .with("agency", candidate.agency())
              .with("number", incident.number()));
    }
    Outcome outcome = order.reserve() ? Outcome.RESERVED : Outcome.DISPATCHED;
    return new UnitOutcome(candidate.id(), candidate.callSign(), outcome, id, null, null);
  }

  private void begin(Change change, UUID id, Candidate candidate, IncidentId incident, Step step) {
    UUID part = endings.partFor(change, incident, candidate.agency());
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.assignment
              (id, incident_id, part_id, unit_id, agency, step, step_since, created_at)
            VALUES (:id, :incident, :part, :unit, :agency, :step, :now, :now)
            """)
        .bind("id", id)
        .bind("incident", incident.value())
        .bind("part", part)
        .bind("unit", candidate.id())
        .bind("agency", candidate.agency())
        .bind("step", step.word())
        .bind("now", change.now())
        .execute();
  }

  /// Derived from the order and the unit, so that an order that is sent twice sends nobody twice.
  private static AssignmentId assignmentId(Order order, UnitId unit) {
    String cause = "assignment/" + order.requestId() + "/" + unit;
    return new AssignmentId(UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)));
  }
}
