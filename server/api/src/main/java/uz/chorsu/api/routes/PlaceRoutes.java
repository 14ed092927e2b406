package uz.chorsu.api.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Answer;
import uz.chorsu.api.http.Exchange;
import uz.chorsu.api.http.Problem;
import uz.chorsu.api.http.RouteGroup;
import uz.chorsu.api.http.Routes;
import uz.chorsu.command.Command;
import uz.chorsu.command.incidents.IncidentList;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.places.LocationEntry;
import uz.chorsu.command.units.Unit;
import uz.chorsu.command.units.UnitFilter;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.model.Refused;
import uz.chorsu.roads.City;
import uz.chorsu.roads.GeoBox;
import uz.chorsu.roads.Place;
import uz.chorsu.roads.Roads;

/// The city: search, addresses, routes, and what is known about places.
public final class PlaceRoutes implements RouteGroup {
  private final Command command;
  private final Supplier<Optional<Roads>> roads;
  private final BaseMap baseMap;

  /// What the city shows beside its roads.
  ///
  /// @param url of the base map, another one for another city; empty while it is being made
  /// @param demo people and crews are simulated
  public record BaseMap(Supplier<Optional<String>> url, boolean demo) {}

  private record NewEntry(
      String kind, double lat, double lon, String text, @Nullable Instant expiresAt) {}

  public PlaceRoutes(Command command, Supplier<Optional<Roads>> roads, BaseMap baseMap) {
    this.command = command;
    this.roads = roads;
    this.baseMap = baseMap;
  }

  @Override
  public void register(Routes routes) {
    routes.handle("getCity", exchange -> city());
    routes.handle("search", this::search);
    routes.handle("describePlace", this::describe);
    routes.handle("route", this::route);
    routes.handle("listLocationFile", this::listLocationFile);
    routes.handle("addLocationEntry", this::addLocationEntry);
    routes.handle(
        "endLocationEntry",
        exchange -> {
          command.locationFile().end(exchange.actor(), exchange.id());
          return Answer.noContent();
        });
  }

  private Answer city() {
    City city = loaded().city();
    GeoBox bounds = city.bounds();
    GeoPoint centre = bounds.centre();
    Optional<String> url = baseMap.url().get();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", city.name());
    shown.put("bbox", List.of(bounds.minLon(), bounds.minLat(), bounds.maxLon(), bounds.maxLat()));
    shown.put("centre", List.of(centre.lon(), centre.lat()));
    shown.put("hasBaseMap", url.isPresent());
    shown.put("baseMapUrl", url.orElse(null));
    shown.put("roadEdges", city.counts().directedEdges());
    shown.put("demo", baseMap.demo());
    return Answer.ok(shown);
  }

  private Answer search(Exchange exchange) {
    String words = exchange.query("q");
    int limit = Math.min(exchange.limit(), 100);
    Optional<Double> lat = exchange.findDouble("lat");
    Optional<Double> lon = exchange.findDouble("lon");
    if (lat.isPresent() != lon.isPresent()) {
      throw new Refused(lat.isPresent() ? "lon" : "lat", "there, because the other one is", null);
    }
    List<Object> found = new ArrayList<>();
    if (exchange.booleanQuery("incidents") && !words.isBlank()) {
      found.addAll(unitsAndIncidents(words.strip(), limit));
    }
    GeoPoint near = lat.isPresent() && lon.isPresent() ? new GeoPoint(lat.get(), lon.get()) : null;
    loaded().search().search(words, near, limit).forEach(place -> found.add(shown(place)));
    return Answer.all(found.subList(0, Math.min(found.size(), limit)));
  }

  private List<Map<String, Object>> unitsAndIncidents(String words, int limit) {
    List<Map<String, Object>> found = new ArrayList<>();
    UnitFilter byCallSign = new UnitFilter(null, null, null, words, null);
    for (Unit unit : command.fleet().list(byCallSign, Math.min(limit, 10)).items()) {
      Unit.Position position = unit.position();
      found.add(
          place(
              "unit",
              unit.callSign(),
              unit.kind() + ", " + unit.status().word(),
              position == null ? null : new GeoPoint(position.lat(), position.lon()),
              unit.id().toString()));
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    IncidentList.Filter open =
        new IncidentList.Filter(IncidentList.Which.OPEN, null, null, words, null, null, null);
    for (IncidentSummary incident :
        command.incidentList().list(open, Math.min(limit, 10)).items()) {
      // Other matches of the list's own search belong to the queue, not to a search for a number.
      if (incident.number().toLowerCase(Locale.ROOT).contains(wanted)) {
        Double lat = incident.lat();
        Double lon = incident.lon();
        found.add(
            place(
                "incident",
                incident.number(),
                incident.typeCode() + (incident.address() == null ? "" : ", " + incident.address()),
                lat == null || lon == null ? null : new GeoPoint(lat, lon),
                incident.id().toString()));
      }
    }
    return found;
  }

  private Answer describe(Exchange exchange) {
    GeoPoint point = new GeoPoint(exchange.doubleQuery("lat"), exchange.doubleQuery("lon"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("place", loaded().describe(point).map(PlaceRoutes::shown).orElse(null));
    return Answer.ok(answer);
  }

  private Answer route(Exchange exchange) {
    GeoPoint from = new GeoPoint(exchange.doubleQuery("fromLat"), exchange.doubleQuery("fromLon"));
    GeoPoint to = new GeoPoint(exchange.doubleQuery("toLat"), exchange.doubleQuery("toLon"));
    return Answer.ok(RouteShape.between(roads.get(), from, to));
  }

  private Answer listLocationFile(Exchange exchange) {
    GeoPoint place = new GeoPoint(exchange.doubleQuery("lat"), exchange.doubleQuery("lon"));
    return Answer.all(
        command.locationFile().near(place, exchange.doubleQuery("radiusMetres"), exchange.limit()));
  }

  private Answer addLocationEntry(Exchange exchange) {
    NewEntry entry = exchange.body(NewEntry.class);
    LocationEntry.New asked =
        new LocationEntry.New(
            LocationEntry.Kind.of(entry.kind()),
            new GeoPoint(entry.lat(), entry.lon()),
            entry.text(),
            entry.expiresAt());
    return Answer.created(
        command.locationFile().add(exchange.actor(), exchange.requestId(), asked));
  }

  private Roads loaded() {
    return roads.get().orElseThrow(() -> Problem.partDown(10, "No city is loaded yet"));
  }

  private static Map<String, Object> shown(Place place) {
    String kind = place.kind().name().toLowerCase(Locale.ROOT);
    String detail = place.category();
    return place(kind, place.label(), detail.isEmpty() ? null : detail, place.point(), null);
  }

  private static Map<String, Object> place(
      String kind,
      String label,
      @Nullable String detail,
      @Nullable GeoPoint point,
      @Nullable String id) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("kind", kind);
    shown.put("label", label);
    shown.put("detail", detail);
    shown.put("lat", point == null ? null : point.lat());
    shown.put("lon", point == null ? null : point.lon());
    shown.put("id", id);
    return shown;
  }
}
