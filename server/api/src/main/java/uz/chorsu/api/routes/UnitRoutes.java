package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Cursor;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Given;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.Details;
import uz.chorsu.command.assignments.Assignment;
import uz.chorsu.command.desk.Page;
import uz.chorsu.command.incidents.Where;
import uz.chorsu.command.units.Fix;
import uz.chorsu.command.units.NewUnit;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitEdit;
import uz.chorsu.command.units.UnitFilter;
import uz.chorsu.command.units.UnitStatus;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.NotFound;
import uz.chorsu.model.Refused;
import uz.chorsu.model.UnitId;

/// The fleet: units, their status, positions and emergencies.
public final class UnitRoutes implements RouteGroup {
  private final Command command;
  private final CrewRoute crewRoute;

  private record Added(
      String callSign,
      String agency,
      String kind,
      @Nullable List<String> skills,
      @Nullable UUID stationId,
      @Nullable String crewName,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable UnitStatus status) {}

  private record Edit(
      Given<String> callSign,
      Given<String> kind,
      Given<List<String>> skills,
      Given<UUID> stationId,
      Given<String> crewName) {}

  private record Status(UnitStatus status, @Nullable String reason, @Nullable Instant at) {}

  private record Position(
      @Nullable UUID unitId,
      double lat,
      double lon,
      @Nullable Instant at,
      @Nullable Double headingDeg,
      @Nullable Double speedKmh,
      @Nullable Double accuracyMetres) {
    Fix fix() {
      return new Fix(new GeoPoint(lat, lon), at, headingDeg, speedKmh, accuracyMetres);
    }
  }

  private record ManyPositions(List<Position> positions) {}

  private record HeldPositions(int held, List<RefusedPosition> refused) {}

  private record RefusedPosition(int index, String field, String rule) {}

  private record Raised(@Nullable Double lat, @Nullable Double lon, @Nullable Instant at) {}

  private record Ended(String reason) {}

  private record Current(
      Unit unit,
      @Nullable Assignment assignment,
      Details.@Nullable Incident incident,
      @Nullable Object route) {}

  /// The way by road for a crew, in the shape of the API.
  @FunctionalInterface
  public interface CrewRoute {
    Object between(GeoPoint from, GeoPoint to);
  }

  public UnitRoutes(Command command, CrewRoute crewRoute) {
    this.command = command;
    this.crewRoute = crewRoute;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("listStations", exchange -> Answer.all(command.stations().list()));
    routes.handle("listUnits", this::list);
    routes.handle("addUnit", this::add);
    routes.handle("importUnits", this::importUnits);
    routes.handle("getUnit", exchange -> answer(command.fleet().get(id(exchange))));
    routes.handle("editUnit", this::edit);
    routes.handle("retireUnit", this::retire);
    routes.handle("setUnitStatus", this::setStatus);
    routes.handle("putPosition", this::putPosition);
    routes.handle("putPositions", this::putPositions);
    routes.handle("getCurrent", this::current);
    routes.handle("raiseEmergency", this::raiseEmergency);
    routes.handle("endEmergency", this::endEmergency);
  }

  private Answer list(Exchange exchange) {
    UnitFilter filter =
        new UnitFilter(
            exchange.findQuery("agency").orElse(null),
            exchange.findQuery("kind").orElse(null),
            exchange.findQuery("status").map(UnitStatus::of).orElse(null),
            exchange.findQuery("q").orElse(null),
            exchange.cursor(1).map(List::getFirst).orElse(null));
    Page<Unit> page = command.fleet().list(filter, exchange.limit());
    return Answer.page(page.items(), Cursors.next(page, last -> Cursor.write(last.callSign())));
  }

  private Answer add(Exchange exchange) {
    Added added = exchange.body(Added.class);
    Unit unit =
        command
            .units()
            .add(
                exchange.actor(),
                new UnitId(exchange.requestId()),
                new NewUnit(
                    added.callSign(),
                    added.agency(),
                    added.kind(),
                    added.skills() == null ? List.of() : added.skills(),
                    added.stationId(),
                    added.crewName(),
                    Where.checked(added.lat(), added.lon(), null, null).point(),
                    added.status() == null ? UnitStatus.AVAILABLE_IN_QUARTERS : added.status()));
    return Answer.created(unit).etag(unit.version());
  }

  private Answer importUnits(Exchange exchange) {
    return Answer.ok(command.unitImport().take(exchange.actor(), exchange.text()));
  }

  private Answer edit(Exchange exchange) {
    Edit edit = exchange.body(Edit.class);
    UnitEdit change =
        new UnitEdit(
            Edits.field(edit.callSign()),
            Edits.field(edit.kind()),
            Edits.field(edit.skills()),
            Edits.field(edit.stationId()),
            Edits.field(edit.crewName()));
    return answer(
        Edits.run(() ->
            command.units().edit(exchange.actor(), id(exchange), change, exchange.findVersion())));
  }

  private Answer retire(Exchange exchange) {
    command.units().retire(exchange.actor(), id(exchange));
    return Answer.noContent();
  }

  private Answer setStatus(Exchange exchange) {
    Status status = exchange.body(Status.class);
    return answer(
        command
            .units()
            .setStatus(
                exchange.actor(), id(exchange), status.status(), status.reason(), status.at()));
  }

  private Answer putPosition(Exchange exchange) {
    command.positions().put(id(exchange), exchange.body(Position.class).fix());
    return Answer.noContent();
  }

  private Answer putPositions(Exchange exchange) {
    List<Position> positions = exchange.body(ManyPositions.class).positions();
    List<RefusedPosition> refused = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      Position position = positions.get(i);
      UUID unit = position.unitId();
      try {
        if (unit == null) {
          throw new Refused("unitId", "there", null);
        }
        command.positions().put(new UnitId(unit), position.fix());
      } catch (Refused e) {
        refused.add(new RefusedPosition(i, e.field(), e.rule()));
      } catch (NotFound e) {
        refused.add(new RefusedPosition(i, "unitId", "a unit of the fleet"));
      }
    }
    return Answer.ok(new HeldPositions(positions.size() - refused.size(), refused));
  }

  private Answer current(Exchange exchange) {
    Details.Current now = command.details().current(id(exchange));
    return Answer.ok(
        new Current(
            now.unit(),
            now.assignment(),
            now.incident(),
            exchange.booleanQuery("route") ? route(now) : null));
  }

  private @Nullable Object route(Details.Current now) {
    Unit.Position from = now.unit().position();
    if (from == null || now.incident() == null) {
      return null;
    }
    Double lat = now.incident().summary().lat();
    Double lon = now.incident().summary().lon();
    return lat == null || lon == null
        ? null
        : crewRoute.between(new GeoPoint(from.lat(), from.lon()), new GeoPoint(lat, lon));
  }

  private Answer raiseEmergency(Exchange exchange) {
    Raised raised = exchange.findBody(Raised.class).orElse(new Raised(null, null, null));
    return Answer.created(
        command
            .emergencies()
            .raise(
                exchange.actor(),
                id(exchange),
                Where.checked(raised.lat(), raised.lon(), null, null).point(),
                raised.at()));
  }

  private Answer endEmergency(Exchange exchange) {
    return answer(
        command
            .emergencies()
            .end(exchange.actor(), id(exchange), exchange.body(Ended.class).reason()));
  }

  private static Answer answer(Unit unit) {
    return Answer.ok(unit).etag(unit.version());
  }

  private static UnitId id(Exchange exchange) {
    return new UnitId(exchange.id());
  }
}
