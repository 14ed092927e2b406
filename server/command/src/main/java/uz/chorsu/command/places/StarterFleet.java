package uz.chorsu.command.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uz.chorsu.command.desk.Actor;
import uz.chorsu.command.journal.Change;
import uz.chorsu.command.journal.Changes;
import uz.chorsu.command.journal.Entry;
import uz.chorsu.command.places.FleetLayout.Site;
import uz.chorsu.command.plans.CityPlan;
import uz.chorsu.command.plans.CityPlan.UnitKind;
import uz.chorsu.command.units.Station;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.Landmark;
import uz.chorsu.roads.Place;
import uz.chorsu.roads.Roads;
import uz.chorsu.roads.Snap;

/// Gives a city without units a fleet to begin with, at the stations and hospitals that its map
/// names. It happens once; afterwards the fleet is edited like any other.
public final class StarterFleet {
  private static final String[] GAS_WORDS = {"gas emergency", "gaz avariya", "газовая служба"};

  private final Changes changes;
  private final CityPlan plan;

  public StarterFleet(Changes changes, CityPlan plan) {
    this.changes = changes;
    this.plan = plan;
  }

  /// Makes stations and units, unless there is a unit already or a starter fleet was made before.
  ///
  /// @return how many units were made
  public int raise(Roads city) {
    FleetLayout layout = FleetLayout.of(city.landmarks(), gasServices(city), middle(city));
    return changes.change(
        Actor.CHORSU,
        change -> {
          // Two processes may start at once; the second one finds the fleet of the first.
          change.handle().execute("SELECT pg_advisory_xact_lock(hashtext('chorsu-starter-fleet'))");
          return isWanted(change.handle()) ? make(change, layout) : 0;
        });
  }

  private static boolean isWanted(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (SELECT 1 FROM command.unit)
               AND NOT EXISTS (SELECT 1 FROM command.station WHERE source_key LIKE 'osm:starter-%')
            """)
        .mapTo(Boolean.class)
        .one();
  }

  private int make(Change change, FleetLayout layout) {
    Map<String, UUID> stations = saveStations(change, layout);
    Map<String, Integer> numbers = new HashMap<>();
    int count = 0;
    try (PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                """
                INSERT INTO command.unit
                  (id, call_sign, agency, kind, skills, station_id, status, status_since)
                VALUES (:id, :callSign, :agency, :kind, :skills, :station, 'available-in-quarters', :now)
                """)) {
      for (FleetLayout.Base base : layout.bases()) {
        for (FleetLayout.Member member : base.units()) {
          UnitKind kind = plan.findKind(member.kind()).orElse(null);
          if (kind == null) {
            // The city's own plan does without this kind.
            continue;
          }
          int number = numbers.merge(kind.symbol(), 1, Integer::sum);
          List<String> skills =
              member.skills().stream().filter(skill -> plan.findSkill(skill).isPresent()).toList();
          batch
              .bind("id", change.newId())
              .bind("callSign", callSign(kind, number))
              .bind("agency", kind.agency())
              .bind("kind", kind.code())
              .bind("skills", skills.toArray(String[]::new))
              .bind("station", stations.get(base.station().sourceKey()))
              .bind("now", change.now())
              .add();
          count++;
        }
      }
      if (count > 0) {
        batch.execute();
      }
    }
    change.record(entry(layout, count));
    return count;
  }

  private static Map<String, UUID> saveStations(Change change, FleetLayout layout) {
    Map<String, UUID> ids = new HashMap<>();
    for (FleetLayout.Base base : layout.bases()) {
      Station.New station = base.station();
      UUID id =
          change
              .handle()
              .createQuery(
                  """
                  INSERT INTO command.station (id, source_key, kind, name_en, name_ru, name_uz, lat, lon)
                  VALUES (:id, :sourceKey, :kind, :en, :ru, :uz, :lat, :lon)
                  ON CONFLICT (source_key) DO UPDATE SET kind = excluded.kind
                  RETURNING id
                  """)
              .bind("id", change.newId())
              .bind("sourceKey", station.sourceKey())
              .bind("kind", station.kind())
              .bind("en", station.nameEn())
              .bind("ru", station.nameRu())
              .bind("uz", station.nameUz())
              .bind("lat", station.lat())
              .bind("lon", station.lon())
              .mapTo(UUID.class)
              .one();
      ids.put(station.sourceKey(), id);
    }
    return ids;
  }

  private static Entry entry(FleetLayout layout, int units) {
    int stations = layout.bases().size();
    String text =
        "A starter fleet of %d units at %d stations was made; it can be edited or replaced from CSV"
            .formatted(units, stations);
    if (!layout.inventedFor().isEmpty()) {
      text +=
          ". The map names no place for: "
              + String.join(", ", layout.inventedFor())
              + "; they stand in the middle of the city";
    }
    return Entry.of("fleet-started", text)
        .with("units", units)
        .with("stations", stations)
        .with("inventedFor", layout.inventedFor());
  }

  /// Letters and digits only, whatever the plan's symbol is.
  private static String callSign(UnitKind kind, int number) {
    String letters = kind.symbol().replaceAll("[^A-Za-z0-9]", "");
    return (letters.isEmpty() ? kind.code().substring(0, 1).toUpperCase(Locale.ROOT) : letters)
        + number;
  }

  /// The map has no common tag for a gas service; the search index knows them by name.
  private static List<Site> gasServices(Roads city) {
    List<Site> found = new ArrayList<>();
    for (String words : GAS_WORDS) {
      for (Place place : city.search().search(words, null, 20)) {
        boolean known =
            found.stream().anyMatch(other -> other.point().metresTo(place.point()) < 50);
        if (place.category().equals("emergency=gas_service") && !known) {
          found.add(
              new Site(
                  "gas-" + (found.size() + 1),
                  place.label(),
                  place.alternativeNames(),
                  place.point()));
        }
      }
    }
    return found;
  }

  /// Places on a road around the middle of the city, for what the map does not name.
  private static List<GeoPoint> middle(Roads city) {
    GeoPoint centre = city.city().bounds().centre();
    List<GeoPoint> points = new ArrayList<>();
    for (double[] step : new double[][] {{0, 0}, {0.01, 0}, {0, 0.01}, {-0.01, 0}, {0, -0.01}}) {
      GeoPoint near = new GeoPoint(centre.lat() + step[0], centre.lon() + step[1]);
      if (city.snap(near) instanceof Snap.OnRoad road) {
        points.add(road.roadPoint());
      }
    }
    if (points.isEmpty()) {
      city.landmarks().stream().map(Landmark::point).limit(5).forEach(points::add);
    }
    return points.isEmpty() ? List.of(centre) : points;
  }
}
