package uz.chorsu.command.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uz.chorsu.command.units.Station;
import uz.chorsu.model.GeoPoint;
import uz.chorsu.roads.Landmark;
import uz.chorsu.roads.Landmark.Kind;

/// What fleet a city begins with: which stations, and which units in each. Numbers follow what such
/// stations usually have, and are large enough for the default plan's first alarms: a pump crew or
/// two in each fire station with a ladder in every second, ambulances where there are ambulance
/// stations and hospitals, three patrol cars for each police station.
///
/// @param bases stations with their units
/// @param inventedFor kinds of station that the map does not name, so that some were invented
record FleetLayout(List<Base> bases, List<String> inventedFor) {
  /// Hospitals beyond so many get no ambulances: a large map names every ward.
  private static final int MOST_HOSPITALS = 30;

  private static final double SAME_PLACE_METRES = 120;

  FleetLayout {
    bases = List.copyOf(bases);
    inventedFor = List.copyOf(inventedFor);
  }

  /// @param units in the order of their call signs
  record Base(Station.New station, List<Member> units) {
    Base {
      units = List.copyOf(units);
    }
  }

  /// @param skills beyond those of its kind
  record Member(String kind, List<String> skills) {
    Member {
      skills = List.copyOf(skills);
    }
  }

  /// Where a station stands.
  ///
  /// @param key unique and the same at each reading of the map
  /// @param name the map's main name
  /// @param otherNames in other languages
  record Site(String key, String name, List<String> otherNames, GeoPoint point) {
    Site {
      otherNames = List.copyOf(otherNames);
    }

    static Site of(Landmark landmark) {
      return new Site(
          landmark.osmId(), landmark.name(), landmark.alternativeNames(), landmark.point());
    }
  }

  /// @param landmarks that the map names
  /// @param gasServices that the map names
  /// @param centre where stations are invented when the map names none
  static FleetLayout of(List<Landmark> landmarks, List<Site> gasServices, List<GeoPoint> centre) {
    Making making = new Making(centre);
    List<Site> fire = making.some("fire", landmarks, Kind.FIRE_STATION);
    for (int i = 0; i < fire.size(); i++) {
      making.add("fire", fire.get(i), fireStation(i, fire.size()));
    }
    List<Site> ambulance = distinct(landmarks, Kind.AMBULANCE_STATION);
    for (int i = 0; i < ambulance.size(); i++) {
      making.add("ambulance", ambulance.get(i), ambulances(i, 4, true));
    }
    hospitals(making, landmarks, ambulance.isEmpty());
    List<Site> police = making.some("police", landmarks, Kind.POLICE);
    for (int i = 0; i < police.size(); i++) {
      making.add("police", police.get(i), policeStation(i));
    }
    List<Site> gas = gasServices.isEmpty() ? making.invented("gas", 1) : gasServices;
    gas.forEach(one -> making.add("gas", one, members("gas-crew", "gas-crew", "gas-crew")));
    making.add(
        "other",
        making.invented("road service", 1).getFirst(),
        members("road-service", "road-service"));
    return making.layout();
  }

  private static void hospitals(
      Making making, List<Landmark> landmarks, boolean noAmbulanceStations) {
    List<Site> hospitals = distinct(landmarks, Kind.HOSPITAL);
    if (hospitals.isEmpty() && noAmbulanceStations) {
      hospitals = distinct(landmarks, Kind.CLINIC);
    }
    if (hospitals.isEmpty() && noAmbulanceStations) {
      making
          .invented("ambulance", 2)
          .forEach(one -> making.add("ambulance", one, ambulances(0, 3, true)));
    }
    for (int i = 0; i < hospitals.size(); i++) {
      boolean equipped = i < MOST_HOSPITALS;
      int number = noAmbulanceStations ? 3 : 1;
      making.add(
          "hospital", hospitals.get(i), equipped ? ambulances(i, number, i % 2 == 0) : List.of());
    }
  }

  private static List<Member> fireStation(int index, int stations) {
    List<Member> units = new ArrayList<>(members("engine", "engine"));
    if (index % 2 == 0) {
      units.addAll(members("ladder"));
    }
    if (index % 3 == 0) {
      units.add(new Member("rescue", index % 2 == 0 ? List.of("water-rescue") : List.of()));
    }
    if (index % 3 == 1 || stations == 1) {
      units.addAll(members("tanker"));
    }
    if (index % 4 == 0) {
      units.addAll(members("fire-command"));
    }
    if (index % 8 == 0) {
      units.addAll(members("hazmat-unit"));
    }
    if (stations < 3) {
      // A city with one or two stations still answers a building on fire with three engines.
      units.addAll(members("engine"));
    }
    return units;
  }

  private static List<Member> ambulances(int index, int number, boolean intensiveCare) {
    List<Member> units = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      units.add(new Member("ambulance", ambulanceSkills(index + i)));
    }
    if (intensiveCare) {
      units.addAll(members("intensive-care"));
    }
    return units;
  }

  private static List<String> ambulanceSkills(int number) {
    return switch (number % 4) {
      case 0 -> List.of("ventilator");
      case 1 -> List.of("paediatric");
      case 2 -> List.of("ventilator", "obstetric");
      default -> List.of();
    };
  }

  private static List<Member> policeStation(int index) {
    List<Member> units = new ArrayList<>(members("patrol", "patrol"));
    units.add(new Member("patrol", index % 4 == 0 ? List.of("dog") : List.of()));
    if (index % 2 == 0) {
      units.addAll(members("traffic-patrol", "traffic-patrol"));
    }
    if (index % 3 == 0) {
      units.addAll(members("investigators"));
    }
    if (index % 5 == 0) {
      units.addAll(members("armed-response"));
    }
    return units;
  }

  private static List<Member> members(String... kinds) {
    return Arrays.stream(kinds).map(kind -> new Member(kind, List.of())).toList();
  }

  /// A building and a point inside it are often both on the map.
  private static List<Site> distinct(List<Landmark> landmarks, Kind kind) {
    List<Site> kept = new ArrayList<>();
    for (Landmark one : landmarks) {
      if (one.kind() == kind
          && kept.stream().noneMatch(k -> k.point().metresTo(one.point()) < SAME_PLACE_METRES)) {
        kept.add(Site.of(one));
      }
    }
    return kept;
  }

  /// Collects bases and what had to be invented.
  private static final class Making {
    private final List<GeoPoint> centre;
    private final List<Base> bases = new ArrayList<>();
    private final List<String> inventedFor = new ArrayList<>();

    Making(List<GeoPoint> centre) {
      this.centre = List.copyOf(centre);
    }

    List<Site> some(String what, List<Landmark> landmarks, Kind kind) {
      List<Site> found = distinct(landmarks, kind);
      return found.isEmpty() ? invented(what, 2) : found;
    }

    List<Site> invented(String what, int number) {
      inventedFor.add(what);
      List<Site> made = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        String name =
            "%s base %d (starter fleet)"
                .formatted(
                    what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1), i + 1);
        String key = "starter-%s-%d".formatted(what.replace(' ', '-'), i + 1);
        made.add(new Site(key, name, List.of(), centre.get(i % centre.size())));
      }
      return made;
    }

    void add(String kind, Site place, List<Member> units) {
      bases.add(new Base(station(kind, place), units));
    }

    FleetLayout layout() {
      return new FleetLayout(bases, inventedFor);
    }

    /// The map's main name is in the language of the place; the others tell themselves by script.
    private static Station.New station(String kind, Site place) {
      String name = place.name();
      List<String> others = place.otherNames();
      String russian =
          isCyrillic(name)
              ? name
              : others.stream().filter(Making::isCyrillic).findFirst().orElse(null);
      String english = others.stream().filter(other -> !isCyrillic(other)).findFirst().orElse(name);
      String uzbek = isCyrillic(name) ? null : name;
      return new Station.New(
          "osm:" + place.key(),
          kind,
          english,
          russian,
          uzbek,
          place.point().lat(),
          place.point().lon());
    }

    private static boolean isCyrillic(String name) {
      return name.codePoints()
          .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }
  }
}
