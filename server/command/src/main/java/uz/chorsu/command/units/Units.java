package uz.chorsu.command.units;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.desk.Texts;
import uz.chorsu.command.desk.Times;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.model.Conflict;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// Changes the fleet: adds, edits and retires units and sets their status.
public final class Units {
  static final Pattern CALL_SIGN = Pattern.compile("[A-Za-z0-9-]{1,20}");
  static final String CALL_SIGN_RULE = "1 to 20 letters, digits and hyphens";

  private final Changes changes;
  private final CityPlan plan;
  private final Fleet fleet;
  private final Positions positions;

  public Units(Changes changes, CityPlan plan, Fleet fleet, Positions positions) {
    this.changes = changes;
    this.plan = plan;
    this.fleet = fleet;
    this.positions = positions;
  }

  /// Adds a unit. Adding it again with the same id changes nothing.
  ///
  /// @throws Refused if a field breaks a rule of the plan
  /// @throws Conflict `call-sign-taken`
  public Unit add(Actor actor, UnitId id, NewUnit asked) {
    NewUnit unit = checked(asked);
    Unit added =
        changes.change(
            actor,
            change -> {
              Optional<Unit> already = fleet.find(change.handle(), id);
              if (already.isPresent()) {
                return already.get();
              }
              insert(change, id, unit);
              change.record(
                  Entry.of("unit-added", unit.callSign() + " joined the fleet")
                      .unit(id)
                      .with("callSign", unit.callSign())
                      .with("kind", unit.kind()));
              return fleet.get(change.handle(), id);
            });
    positions.added(id);
    return added;
  }

  /// Edits a unit.
  ///
  /// @param version the one that was read; empty to edit whatever it is now
  /// @throws Conflict `version`, `call-sign-taken`, or `unit-busy` when the crew of a unit on an
  ///   assignment would change
  public Unit edit(Actor actor, UnitId id, UnitEdit edit, Optional<Long> version) {
    return changes.change(
        actor,
        change -> {
          lock(change.handle(), id);
          Unit now = fleet.get(change.handle(), id);
          requireVersion(version, now.version());
          update(change, id, now, edit);
          Unit after = fleet.get(change.handle(), id);
          change.record(
              Entry.of("unit-edited", after.callSign() + " was changed")
                  .unit(id)
                  .with("callSign", after.callSign()));
          return after;
        });
  }

  /// Takes a unit out of the fleet; its past stays.
  ///
  /// @throws Conflict `unit-busy`
  public void retire(Actor actor, UnitId id) {
    changes.perform(
        actor,
        change -> {
          lock(change.handle(), id);
          Unit unit = fleet.get(change.handle(), id);
          change
              .handle()
              .createUpdate("UPDATE command.unit SET retired_at = :now WHERE id = :id")
              .bind("now", change.now())
              .bind("id", id.value())
              .execute();
          change.record(
              Entry.of("unit-retired", unit.callSign() + " left the fleet")
                  .unit(id)
                  .with("callSign", unit.callSign()));
        });
    positions.retired(id);
  }

  /// Sets the status of a unit that is not on an assignment. One that is older than the present
  /// status is only recorded.
  ///
  /// @param reason a code of the plan or a few words about the vehicle
  /// @param at event time; null means now
  /// @throws Conflict `on-assignment`
  public Unit setStatus(
      Actor actor, UnitId id, UnitStatus status, @Nullable String reason, @Nullable Instant at) {
    if (status == UnitStatus.ON_ASSIGNMENT) {
      throw new Refused("status", "a status that people set", status.word());
    }
    String why = Texts.check("reason", reason, 200);
    Instant when = Times.check("at", at, changes.now());
    return changes.change(
        actor,
        change -> {
          lock(change.handle(), id);
          Unit now = fleet.get(change.handle(), id);
          if (now.assignment() != null) {
            throw new Conflict(
                "on-assignment", now.callSign() + " is on an assignment; its steps speak instead");
          }
          boolean late = when.isBefore(now.statusSince()) && at != null;
          if (!late) {
            writeStatus(change, now, status, why, when);
          }
          change.record(
              Entry.of(
                      "unit-status",
                      now.callSign() + " " + status.word() + (late ? " (entered late)" : ""))
                  .at(when)
                  .unit(id)
                  .with("callSign", now.callSign())
                  .with("status", status.word())
                  .with("late", late ? true : null));
          return fleet.get(change.handle(), id);
        });
  }

  /// Locks a unit until the end of the change.
  ///
  /// @throws NotFound if the fleet has no such unit
  static void lock(Handle handle, UnitId id) {
    boolean found =
        handle
            .createQuery(
                "SELECT 1 FROM command.unit WHERE id = :id AND retired_at IS NULL FOR NO KEY UPDATE")
            .bind("id", id.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!found) {
      throw new NotFound("unit", id);
    }
  }

  static void requireVersion(Optional<Long> wanted, long now) {
    if (wanted.isPresent() && wanted.get() != now) {
      throw new Conflict("version", "Somebody was faster; the version now is " + now);
    }
  }

  NewUnit checked(NewUnit unit) {
    String callSign = unit.callSign();
    if (!CALL_SIGN.matcher(callSign).matches()) {
      throw new Refused("callSign", CALL_SIGN_RULE, null);
    }
    if (plan.findAgency(unit.agency()).isEmpty()) {
      throw new Refused("agency", "an agency of the plan", unit.agency());
    }
    requireKind(unit.agency(), unit.kind());
    unit.skills().forEach(this::requireSkill);
    return new NewUnit(
        callSign,
        unit.agency(),
        unit.kind(),
        unit.skills().stream().distinct().toList(),
        unit.stationId(),
        Texts.check("crewName", unit.crewName(), 60),
        unit.home(),
        unit.status());
  }

  static void insert(Change change, UnitId id, NewUnit unit) {
    GeoPoint home = unit.home();
    requireStation(change.handle(), unit.stationId());
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO command.unit (id, call_sign, agency, kind, skills, station_id, crew_id,
              home_lat, home_lon, status, status_since)
            VALUES (:id, :callSign, :agency, :kind, :skills, :station, :crew, :lat, :lon, :status, :now)
            """)
        .bind("id", id.value())
        .bind("callSign", unit.callSign())
        .bind("agency", unit.agency())
        .bind("kind", unit.kind())
        .bind("skills", unit.skills().toArray(String[]::new))
        .bind("station", unit.stationId())
        .bind("crew", crewId(change, unit.crewName()))
        .bind("lat", home == null ? null : home.lat())
        .bind("lon", home == null ? null : home.lon())
        .bind("status", unit.status().word())
        .bind("now", change.now())
        .execute();
  }

  /// The crew with this name, made if it is new.
  static @Nullable UUID crewId(Change change, @Nullable String name) {
    if (name == null) {
      return null;
    }
    change
        .handle()
        .createUpdate(
            "INSERT INTO command.crew (id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING")
        .bind("id", change.newId())
        .bind("name", name)
        .execute();
    return change
        .handle()
        .createQuery("SELECT id FROM command.crew WHERE lower(name) = lower(:name)")
        .bind("name", name)
        .mapTo(UUID.class)
        .one();
  }

  private void update(Change change, UnitId id, Unit now, UnitEdit edit) {
    String callSign = edit.callSign().or(now.callSign());
    if (callSign == null || !CALL_SIGN.matcher(callSign).matches()) {
      throw new Refused("callSign", CALL_SIGN_RULE, null);
    }
    String kind = edit.kind().or(now.kind());
    if (kind == null) {
      throw new Refused("kind", "a kind of unit of the plan", null);
    }
    List<String> skills = edit.skills().or(now.skills());
    if (edit.kind().isSet()) {
      requireKind(now.agency(), kind);
    }
    if (edit.skills().isSet() && skills != null) {
      skills.forEach(this::requireSkill);
    }
    UUID station = edit.stationId().or(now.stationId());
    requireStation(change.handle(), station);
    String crew = Texts.check("crewName", edit.crewName().or(now.crewName()), 60);
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.unit SET call_sign = :callSign, kind = :kind, skills = :skills,
              station_id = :station, crew_id = :crew, version = version + 1
            WHERE id = :id
            """)
        .bind("callSign", callSign)
        .bind("kind", kind)
        .bind("skills", skills == null ? new String[0] : skills.toArray(String[]::new))
        .bind("station", station)
        .bind("crew", crewId(change, crew))
        .bind("id", id.value())
        .execute();
  }

  private void writeStatus(
      Change change, Unit unit, UnitStatus status, @Nullable String reason, Instant at) {
    UnitId id = new UnitId(unit.id());
    StatusPlace.write(change, id, place(unit, status), at);
    change
        .handle()
        .createUpdate(
            """
            UPDATE command.unit SET status = :status, status_since = :at, status_reason = :reason
            WHERE id = :id
            """)
        .bind("status", status.word())
        .bind("at", at)
        .bind("reason", reason)
        .bind("id", id.value())
        .execute();
  }

  private @Nullable GeoPoint place(Unit unit, UnitStatus status) {
    if (status == UnitStatus.AVAILABLE_IN_QUARTERS) {
      return unit.places().home();
    }
    return StatusPlace.fresh(positions, new UnitId(unit.id()), changes.now());
  }

  private void requireKind(String agency, String kind) {
    if (plan.findKind(kind).filter(found -> found.agency().equals(agency)).isEmpty()) {
      throw new Refused("kind", "a kind of unit of the agency " + agency, kind);
    }
  }

  private void requireSkill(String skill) {
    if (plan.findSkill(skill).isEmpty()) {
      throw new Refused("skills", "skills of the plan", skill);
    }
  }

  private static void requireStation(Handle handle, @Nullable UUID id) {
    if (id != null
        && handle
            .createQuery("SELECT 1 FROM command.station WHERE id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .findOne()
            .isEmpty()) {
      throw new Refused("stationId", "a station", id.toString());
    }
  }
}
