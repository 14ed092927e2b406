package uz.chorsu.command.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Field;
import uz.chorsu.command.incidents.States.Head;
import uz.chorsu.command.incidents.States.PartRow;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.IncidentType.Response;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.IncidentId;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;

/// Opens and edits incidents.
public final class Incidents {
  /// Type of an incident until somebody knows better.
  public static final String UNKNOWN_TYPE = "UNKNOWN";

  /// An incident that is entered later than this counts its clocks from its entry.
  static final Duration LATE_ENTRY = Duration.ofHours(24);

  private final Changes changes;
  private final CityPlan plan;
  private final Summaries summaries;
  private final Supplier<Optional<Roads>> roads;

  public Incidents(
      Changes changes, CityPlan plan, Summaries summaries, Supplier<Optional<Roads>> roads) {
    this.changes = changes;
    this.plan = plan;
    this.summaries = summaries;
    this.roads = roads;
  }

  /// Opens an incident inside a change: the incident and one part for each agency of its type.
  ///
  /// @throws Refused naming `typeCode`, `subtypeCode` or `priority`
  public IncidentId open(Change change, NewIncident asked) {
    String type = asked.typeCode() == null ? UNKNOWN_TYPE : asked.typeCode();
    Response response = plan.response(type, asked.subtypeCode());
    Integer given = checkedPriority(asked.priority());
    IncidentId id = new IncidentId(change.newId());
    boolean ready = !type.equals(UNKNOWN_TYPE) && asked.where().isKnown();
    IncidentState state = ready ? IncidentState.PENDING : IncidentState.RECEIVED;
    List<String> agencies = response.agenciesAt(1);
    int priority =
        given != null
            ? given
            : agencies.stream().mapToInt(response::priorityOf).min().orElse(response.priority());
    Instant clockFrom = clockFrom(asked.receivedAt(), change.now());
    insert(change, id, asked, type, priority, state, clockFrom);
    for (String agency : agencies) {
      Parts.insert(
          change,
          change.newId(),
          id,
          agency,
          given == null ? response.priorityOf(agency) : given,
          false,
          state,
          clockFrom);
    }
    return id;
  }

  /// Running clocks must not count years because a file was replayed or a clock was wrong.
  static Instant clockFrom(Instant receivedAt, Instant recordedAt) {
    return receivedAt.isBefore(recordedAt.minus(LATE_ENTRY)) ? recordedAt : receivedAt;
  }

  /// Edits type, priority, alarm level and place. What a person sets here is no longer changed by
  /// calls.
  ///
  /// @param version the one that was read; empty to edit whatever it is now
  /// @throws Conflict `version`, or `incident-closed` when the alarm level of a closed one would
  ///   rise
  public IncidentSummary edit(
      Actor actor, IncidentId id, IncidentEdit edit, Optional<Long> version) {
    return changes.change(
        actor,
        change -> {
          Head head = States.lock(change.handle(), id);
          if (version.isPresent() && version.get() != head.version()) {
            throw new Conflict(
                "version", "Somebody was faster; the version now is " + head.version());
          }
          if (head.isClosed() && edit.alarmLevel() != null) {
            throw new Conflict("incident-closed", head.number() + " is closed");
          }
          Facts facts =
              new Facts(
                  edit.typeCode(),
                  edit.subtypeCode(),
                  edit.priority(),
                  edit.alarmLevel(),
                  edit.where(),
                  true);
          apply(change, head, facts);
          change.record(
              Entry.of("incident-edited", head.number() + " was changed")
                  .incident(id)
                  .with("number", head.number()));
          return summaries.get(change.handle(), id);
        });
  }

  /// Passes later facts of a call on to its incident, unless a person fixed them there.
  public void learn(Change change, IncidentId id, IncidentEdit edit) {
    Head head = States.lock(change.handle(), id);
    boolean type = !head.typeFixed() && edit.typeCode().isSet();
    boolean place = !head.placeFixed() && !edit.where().isNone();
    boolean priority = !head.priorityFixed() && edit.priority() != null;
    if (head.isClosed() || !(type || place || priority)) {
      return;
    }
    Facts facts =
        new Facts(
            type ? edit.typeCode() : Field.keep(),
            type ? edit.subtypeCode() : Field.keep(),
            priority ? edit.priority() : null,
            null,
            place ? edit.where() : IncidentEdit.WhereEdit.NONE,
            false);
    apply(change, head, facts);
  }

  /// @param fix a person says so at the incident itself
  private record Facts(
      Field<String> type,
      Field<String> subtype,
      @Nullable Integer priority,
      @Nullable Integer alarmLevel,
      IncidentEdit.WhereEdit where,
      boolean fix) {}

  private void apply(Change change, Head head, Facts facts) {
    String type = facts.type().or(head.typeCode());
    type = type == null ? UNKNOWN_TYPE : type;
    boolean typeChanges = !type.equals(head.typeCode());
    String subtype = facts.subtype().or(typeChanges ? null : head.subtypeCode());
    Response response = plan.response(type, subtype);
    Integer priority = checkedPriority(facts.priority());
    Integer alarmLevel = facts.alarmLevel();
    if (alarmLevel != null && (alarmLevel < 1 || alarmLevel > 5)) {
      throw new Refused("alarmLevel", "a whole number from 1 to 5", alarmLevel.toString());
    }
    Where where = facts.where().applied(head.where());
    write(change, head, facts, type, subtype, where);
    if (priority != null) {
      for (PartRow part : States.parts(change.handle(), head.id())) {
        Parts.setPriority(change, part.id(), priority, false);
      }
    }
    if (!head.isClosed()) {
      Head after = States.get(change.handle(), head.id());
      Parts.follow(change, after, response, after.priorityFixed());
      States.derive(change, head.id(), change.now());
    } else if (priority != null) {
      change
          .handle()
          .createUpdate("UPDATE command.incident SET priority = :priority WHERE id = :id")
          .bind("priority", priority)
          .bind("id", head.id().value())
          .execute();
    }
  }

  private void write(
      Change change, Head head, Facts facts, String type, @Nullable String subtype, Where where) {
    boolean typeSet = facts.type().isSet() || facts.subtype().isSet();
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.incident SET type_code = :type, subtype_code = :subtype,
              alarm_level = coalesce(CAST(:alarmLevel AS smallint), alarm_level),
              lat = :lat, lon = :lon, address = :address, location_method = :method,
              uncertainty_metres = :uncertainty, verified = :verified, on_network = :onNetwork,
              type_fixed = type_fixed OR :typeFixed, place_fixed = place_fixed OR :placeFixed,
              priority = coalesce(CAST(:priority AS smallint), priority),
              priority_fixed = priority_fixed OR :priorityFixed, version = version + 1
            WHERE id = :id
            """)
        .bind("type", type)
        .bind("subtype", subtype)
        .bind("alarmLevel", facts.alarmLevel())
        .bind("lat", where.lat())
        .bind("lon", where.lon())
        .bind("address", where.address())
        .bind("method", where.method())
        .bind("uncertainty", where.uncertaintyMetres())
        .bind("verified", where.verified())
        .bind("onNetwork", isOnNetwork(where.point()))
        .bind("typeFixed", facts.fix() && typeSet)
        .bind("placeFixed", facts.fix() && !facts.where().isNone())
        .bind("priority", facts.priority())
        .bind("priorityFixed", facts.priority() != null)
        .bind("id", head.id().value())
        .execute();
  }

  private void insert(
      Change change,
      IncidentId id,
      NewIncident asked,
      String type,
      int priority,
      IncidentState state,
      Instant clockFrom) {
    Where where = asked.where();
    ZoneId zone = plan.timeZone();
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.incident (id, number, type_code, subtype_code, priority, state,
              state_since, lat, lon, location_method, uncertainty_metres, verified, address,
              on_network, priority_fixed, received_at, recorded_at, clock_from, entered_at)
            VALUES (:id, command.next_incident_number(:year), :type, :subtype, :priority, :state,
              :clockFrom, :lat, :lon, :method, :uncertainty, :verified, :address,
              :onNetwork, :priorityFixed, :receivedAt, :now, :clockFrom, :enteredAt)
            """)
        .bind("id", id.value())
        .bind("year", change.now().atZone(zone).getYear())
        .bind("type", type)
        .bind("subtype", asked.subtypeCode())
        .bind("priority", priority)
        .bind("state", state.word())
        .bind("clockFrom", clockFrom)
        .bind("lat", where.lat())
        .bind("lon", where.lon())
        .bind("method", where.method())
        .bind("uncertainty", where.uncertaintyMetres())
        .bind("verified", where.verified())
        .bind("address", where.address())
        .bind("onNetwork", isOnNetwork(where.point()))
        .bind("priorityFixed", asked.priority() != null)
        .bind("receivedAt", asked.receivedAt())
        .bind("now", change.now())
        .bind("enteredAt", state == IncidentState.PENDING ? change.now() : null)
        .execute();
  }

  private boolean isOnNetwork(@Nullable GeoPoint point) {
    return point != null
        && roads.get().map(city -> city.snap(point) instanceof Snap.OnRoad).orElse(false);
  }

  private static @Nullable Integer checkedPriority(@Nullable Integer priority) {
    if (priority != null && (priority < 1 || priority > 5)) {
      throw new Refused("priority", "a whole number from 1 to 5", priority.toString());
    }
    return priority;
  }
}
