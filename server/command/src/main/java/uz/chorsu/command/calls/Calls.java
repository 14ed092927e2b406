package uz.chorsu.command.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.calls.NewCall.Who;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.incidents.IncidentEdit;
import uz.chorsu.command.incidents.IncidentState;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.incidents.Incidents;
import uz.chorsu.command.incidents.NewIncident;
import uz.chorsu.command.incidents.States;
import uz.chorsu.command.incidents.Summaries;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.seal.Sealer;
import uz.chorsu.command.seal.Subject;
import uz.chorsu.model.CallId;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;

/// Takes calls and what is learned about them later.
public final class Calls {
  private final Changes changes;
  private final CityPlan plan;
  private final Incidents incidents;
  private final Summaries summaries;
  private final CallReader reader;
  private final Duplicates duplicates;
  private final Sealer sealer;

  public Calls(
      Changes changes, CityPlan plan, Incidents incidents, Summaries summaries, Sealer sealer) {
    this.changes = changes;
    this.plan = plan;
    this.incidents = incidents;
    this.summaries = summaries;
    this.reader = new CallReader(sealer);
    this.duplicates = new Duplicates(plan);
    this.sealer = sealer;
  }

  /// Takes a call: it opens an incident or joins one. The same id again changes nothing and gives
  /// the first answer, so that a call that is sent twice is there once.
  ///
  /// @throws Refused naming the field
  /// @throws NotFound if it should join an incident that is not there
  /// @throws Conflict `incident-closed` if it should join a closed one
  public Taken take(Actor actor, CallId id, NewCall call) {
    Instant receivedAt = Times.check("receivedAt", call.receivedAt(), changes.now());
    if (call.typeCode() == null && call.subtypeCode() != null) {
      throw new Refused("subtypeCode", "given together with typeCode", call.subtypeCode());
    }
    return changes.change(
        actor,
        change -> {
          Optional<IncidentId> already = findIncident(change.handle(), id);
          IncidentId incident = already.orElseGet(() -> store(change, id, call, receivedAt));
          String number = number(change.handle(), incident);
          List<DuplicateCandidate> candidates =
              call.joins() != null
                  ? List.of()
                  : duplicates.list(
                      change.handle(),
                      new Duplicates.Question(
                          incident, call.typeCode(), call.where(), change.now()));
          return new Taken(id.value(), incident.value(), number, candidates);
        });
  }

  /// Adds later facts. Place, type and priority pass on to the incident unless a person fixed them
  /// there.
  ///
  /// @param version the one that was read; empty to edit whatever it is now
  /// @throws Conflict `version`
  public Call edit(Actor actor, CallId id, CallEdit edit, Optional<Long> version) {
    String words = Texts.check("description", edit.words(), Who.LONGEST_WORDS);
    return changes.change(
        actor,
        change -> {
          IncidentId incident = lockIncident(change.handle(), id);
          Call now = reader.get(change.handle(), id);
          long held = now.summary().version();
          if (version.isPresent() && version.get() != held) {
            throw new Conflict("version", "Somebody was faster; the version now is " + held);
          }
          update(change, id, now, edit);
          if (words != null) {
            appendWords(change, id, words);
          }
          incidents.learn(
              change,
              incident,
              new IncidentEdit(
                  edit.typeCode(),
                  edit.subtypeCode(),
                  edit.priority().or(null),
                  null,
                  edit.where()));
          change.record(
              Entry.of("call-edited", "More became known about a call")
                  .incident(incident)
                  .call(id));
          return reader.get(change.handle(), id);
        });
  }

  /// Takes a call out of its incident into a new one.
  ///
  /// @throws Conflict `only-call` if it is the only one
  public IncidentSummary split(Actor actor, CallId id) {
    return changes.change(
        actor,
        change -> {
          Handle handle = change.handle();
          IncidentId from = lockIncident(handle, id);
          IncidentSummary before = summaries.get(handle, from);
          if (before.callCount() < 2) {
            throw new Conflict("only-call", "It is the only call of " + before.number());
          }
          CallSummary call = reader.get(handle, id).summary();
          Where where = Where.checked(call.lat(), call.lon(), call.address(), call.location());
          IncidentId into =
              incidents.open(
                  change,
                  new NewIncident(
                      call.typeCode(), call.subtypeCode(), null, where, call.receivedAt()));
          handle
              .createUpdate("UPDATE command.call SET incident_id = :into WHERE id = :id")
              .bind("into", into.value())
              .bind("id", id.value())
              .execute();
          IncidentSummary after = summaries.get(handle, into);
          change.record(split(before, after, from, id));
          change.record(split(before, after, into, id));
          return after;
        });
  }

  /// Open incidents that may be the same as this one.
  public List<DuplicateCandidate> duplicatesOf(Handle handle, IncidentSummary incident) {
    if (incident.state() == IncidentState.CLOSED) {
      return List.of();
    }
    Where where =
        Where.checked(incident.lat(), incident.lon(), incident.address(), incident.location());
    return duplicates.list(
        handle,
        new Duplicates.Question(
            new IncidentId(incident.id()), incident.typeCode(), where, changes.now()));
  }

  private IncidentId store(Change change, CallId id, NewCall call, Instant receivedAt) {
    IncidentId incident;
    IncidentId joins = call.joins();
    if (joins == null) {
      incident =
          incidents.open(
              change,
              new NewIncident(
                  call.typeCode(), call.subtypeCode(), call.priority(), call.where(), receivedAt));
      insert(change, id, call, incident, receivedAt);
    } else {
      incident = joins;
      join(change, id, call, incident, receivedAt);
    }
    if (call.who().words() != null) {
      appendWords(change, id, call.who().words());
    }
    change.record(
        Entry.of("call-taken", joins == null ? "A call was taken" : "Another call was taken")
            .at(receivedAt)
            .incident(incident)
            .call(id)
            .with("kind", call.kind().word())
            .with("typeCode", call.typeCode()));
    return incident;
  }

  private void join(
      Change change, CallId id, NewCall call, IncidentId incident, Instant receivedAt) {
    if (call.typeCode() != null) {
      plan.response(call.typeCode(), call.subtypeCode());
    }
    States.lock(change.handle(), List.of(incident));
    IncidentSummary joined = summaries.get(change.handle(), incident);
    if (joined.state() == IncidentState.CLOSED) {
      throw new Conflict("incident-closed", joined.number() + " is closed");
    }
    insert(change, id, call, incident, receivedAt);
    incidents.learn(change, incident, Missing.of(joined, call));
  }

  private void insert(
      Change change, CallId id, NewCall call, IncidentId incident, Instant receivedAt) {
    Where where = call.where();
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.call (id, incident_id, kind, type_code, subtype_code, priority,
              lat, lon, location_method, uncertainty_metres, verified, address,
              phone_sealed, caller_sealed, received_at, recorded_at, taken_by)
            VALUES (:id, :incident, :kind, :type, :subtype, :priority,
              :lat, :lon, :method, :uncertainty, :verified, :address,
              :phone, :caller, :receivedAt, :now, :takenBy)
            """)
        .bind("id", id.value())
        .bind("incident", incident.value())
        .bind("kind", call.kind().word())
        .bind("type", call.typeCode())
        .bind("subtype", call.subtypeCode())
        .bind("priority", call.priority())
        .bind("lat", where.lat())
        .bind("lon", where.lon())
        .bind("method", where.method())
        .bind("uncertainty", where.uncertaintyMetres())
        .bind("verified", where.verified())
        .bind("address", where.address())
        .bind("phone", sealed(id, "phone", call.who().phone()))
        .bind("caller", sealed(id, "caller", call.who().name()))
        .bind("receivedAt", receivedAt)
        .bind("now", change.now())
        .bind("takenBy", change.actor().label())
        .execute();
  }

  private void update(Change change, CallId id, Call now, CallEdit edit) {
    CallSummary held = now.summary();
    String type = edit.typeCode().or(held.typeCode());
    String subtype = edit.subtypeCode().or(edit.typeCode().isSet() ? null : held.subtypeCode());
    if (type != null) {
      plan.response(type, subtype);
    } else if (subtype != null) {
      throw new Refused("subtypeCode", "given together with typeCode", subtype);
    }
    Where where =
        edit.where()
            .applied(Where.checked(held.lat(), held.lon(), held.address(), held.location()));
    String phone = Texts.check("callerPhone", edit.phone().or(null), Who.LONGEST_PHONE);
    String name = Texts.check("callerName", edit.name().or(null), Who.LONGEST_NAME);
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.call SET kind = :kind, type_code = :type, subtype_code = :subtype,
              priority = CASE WHEN :priorityGiven THEN CAST(:priority AS smallint) ELSE priority END,
              lat = :lat, lon = :lon, location_method = :method,
              uncertainty_metres = :uncertainty, verified = :verified, address = :address,
              phone_sealed = CASE WHEN :phoneGiven THEN CAST(:phone AS bytea) ELSE phone_sealed END,
              caller_sealed = CASE WHEN :nameGiven THEN CAST(:name AS bytea) ELSE caller_sealed END,
              version = version + 1
            WHERE id = :id
            """)
        .bind("kind", (edit.kind() == null ? held.kind() : edit.kind()).word())
        .bind("type", type)
        .bind("subtype", subtype)
        .bind("priorityGiven", edit.priority().isSet())
        .bind("priority", edit.priority().or(null))
        .bind("lat", where.lat())
        .bind("lon", where.lon())
        .bind("method", where.method())
        .bind("uncertainty", where.uncertaintyMetres())
        .bind("verified", where.verified())
        .bind("address", where.address())
        .bind("phoneGiven", edit.phone().isSet())
        .bind("phone", sealed(id, "phone", phone))
        .bind("nameGiven", edit.name().isSet())
        .bind("name", sealed(id, "caller", name))
        .bind("id", id.value())
        .execute();
  }

  private void appendWords(Change change, CallId call, String words) {
    UUID id = change.newId();
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.call_text (id, call_id, recorded_at, text_sealed)
            VALUES (:id, :call, :now, :text)
            """)
        .bind("id", id)
        .bind("call", call.value())
        .bind("now", change.now())
        .bind("text", sealer.seal(new Subject("call_text", id, "text"), words))
        .execute();
  }

  private byte @Nullable [] sealed(CallId call, String field, @Nullable String text) {
    return text == null ? null : sealer.seal(new Subject("call", call.value(), field), text);
  }

  private static Optional<IncidentId> findIncident(Handle handle, CallId id) {
    return handle
        .createQuery("SELECT incident_id FROM command.call WHERE id = :id")
        .bind("id", id.value())
        .mapTo(UUID.class)
        .findOne()
        .map(IncidentId::new);
  }

  /// Locks the incident of a call; tries again when the call moves meanwhile.
  private static IncidentId lockIncident(Handle handle, CallId id) {
    while (true) {
      IncidentId incident = findIncident(handle, id).orElseThrow(() -> new NotFound("call", id));
      States.lock(handle, List.of(incident));
      if (findIncident(handle, id).filter(incident::equals).isPresent()) {
        return incident;
      }
    }
  }

  private static String number(Handle handle, IncidentId id) {
    return handle
        .createQuery("SELECT number FROM command.incident WHERE id = :id")
        .bind("id", id.value())
        .mapTo(String.class)
        .one();
  }

  private static Entry split(
      IncidentSummary from, IncidentSummary into, IncidentId about, CallId call) {
    return Entry.of("split", "A call of " + from.number() + " became " + into.number())
        .incident(about)
        .call(call)
        .with("number", from.number())
        .with("into", into.number());
  }
}
