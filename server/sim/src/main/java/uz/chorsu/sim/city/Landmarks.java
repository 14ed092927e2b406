package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Names what people steer by: stations, hospitals, schools, shops, the parks and squares.
final class Landmarks {
  private final Names names;
  private final Dice dice;
  private final Map<Use, Integer> numbers = new EnumMap<>(Use.class);

  Landmarks(Names names, Dice dice) {
    this.names = names;
    this.dice = dice;
  }

  private int next(Use use) {
    return numbers.merge(use, 1, Integer::sum);
  }

  /// The tags beyond address and kind of building.
  List<String> tags(Builder.Lot lot) {
    return switch (lot.use()) {
      case FIRE_STATION -> {
        int n = next(Use.FIRE_STATION);
        yield tagged(
            new Name(
                n + "-yongʻin-qutqaruv qismi",
                "Пожарно-спасательная часть № " + n,
                "Fire Station " + n),
            "amenity",
            "fire_station");
      }
      case POLICE -> {
        int n = next(Use.POLICE);
        yield tagged(
            new Name(
                n + "-ichki ishlar boʻlimi", "Отдел внутренних дел № " + n, "Police Station " + n),
            "amenity",
            "police");
      }
      case AMBULANCE_STATION -> {
        int n = next(Use.AMBULANCE_STATION);
        yield tagged(
            new Name(
                n + "-tez tibbiy yordam stansiyasi",
                "Станция скорой помощи № " + n,
                "Ambulance Station " + n),
            "emergency",
            "ambulance_station");
      }
      case GAS_SERVICE -> {
        int n = next(Use.GAS_SERVICE);
        yield tagged(
            new Name(
                n + "-gaz avariya xizmati",
                "Аварийная газовая служба № " + n,
                "Gas Emergency Service " + n),
            "emergency",
            "gas_service",
            "office",
            "utility",
            "utility",
            "gas");
      }
      case TOWN_HALL ->
          tagged(
              new Name("Shahar hokimligi", "Хокимият города", "City Hall"), "amenity", "townhall");
      case DOWNTOWN -> dice.chance(0.16) ? shop() : List.of();
      case FLATS -> dice.chance(0.05) ? shop() : List.of();
      default -> List.of();
    };
  }

  private List<String> shop() {
    String proper = names.proper();
    String russian = Spelling.russian(proper);
    String english = Spelling.english(proper);
    return switch (dice.below(7)) {
      case 0 ->
          tagged(
              new Name(proper + " dorixonasi", "Аптека «" + russian + "»", english + " Pharmacy"),
              "amenity",
              "pharmacy");
      case 1 ->
          tagged(
              new Name(proper + " choyxonasi", "Чайхана «" + russian + "»", english + " Teahouse"),
              "amenity",
              "restaurant");
      case 2 ->
          tagged(
              new Name(proper + " mehmonxonasi", "Гостиница «" + russian + "»", english + " Hotel"),
              "tourism",
              "hotel");
      case 3 ->
          tagged(
              new Name(proper + " banki", "Банк «" + russian + "»", english + " Bank"),
              "amenity",
              "bank");
      case 4 ->
          tagged(
              new Name(proper + " kafesi", "Кафе «" + russian + "»", english + " Café"),
              "amenity",
              "cafe");
      default ->
          tagged(
              new Name(proper + " doʻkoni", "Магазин «" + russian + "»", english + " Supermarket"),
              "shop",
              "supermarket");
    };
  }

  /// The tags of a whole block; empty if nothing is to be drawn for it.
  List<String> groundTags(Use use) {
    return switch (use) {
      case PARK -> named("bogʻi", "парк", "Park", "leisure", "park");
      case SQUARE -> named("xiyoboni", "сквер", "Garden", "leisure", "park");
      case CEMETERY -> named("qabristoni", "кладбище", "Cemetery", "landuse", "cemetery");
      case STADIUM -> named("stadioni", "стадион", "Stadium", "leisure", "stadium");
      case UNIVERSITY ->
          named("universiteti", "университет", "University", "amenity", "university");
      case INDUSTRY -> named("zavodi", "завод", "Works", "landuse", "industrial");
      case HOSPITAL ->
          numbered(
              use,
              "-shahar kasalxonasi",
              "Городская больница № ",
              "City Hospital ",
              "amenity",
              "hospital",
              "emergency",
              "yes");
      case CLINIC ->
          numbered(
              use,
              "-oilaviy poliklinika",
              "Семейная поликлиника № ",
              "Family Clinic ",
              "amenity",
              "clinic");
      case SCHOOL -> numbered(use, "-maktab", "Школа № ", "School ", "amenity", "school");
      case KINDERGARTEN ->
          numbered(use, "-bogʻcha", "Детский сад № ", "Kindergarten ", "amenity", "kindergarten");
      case BUS_STATION ->
          numbered(use, "-avtovokzal", "Автовокзал № ", "Bus Station ", "amenity", "bus_station");
      case BAZAAR ->
          tagged(
              new Name("Chorsu bozori", "базар Чорсу", "Chorsu Bazaar"), "amenity", "marketplace");
      case FIELDS -> List.of("landuse", "farmland");
      case GREEN -> List.of("landuse", "grass");
      case RAILWAY_STATION -> List.of("landuse", "railway");
      case OLD_TOWN,
          DOWNTOWN,
          FLATS,
          HOUSES,
          TOWN_HALL,
          FIRE_STATION,
          POLICE,
          AMBULANCE_STATION,
          GAS_SERVICE ->
          List.of();
    };
  }

  private List<String> named(
      String uzbek, String russian, String english, String key, String value) {
    String proper = names.proper();
    return tagged(
        new Name(
            proper + " " + uzbek,
            russian + " " + Spelling.russian(proper),
            Spelling.english(proper) + " " + english),
        key,
        value);
  }

  private List<String> numbered(
      Use use, String uzbek, String russian, String english, String... tags) {
    int n = next(use);
    return tagged(new Name(n + uzbek, russian + n, english + n), tags);
  }

  private static List<String> tagged(Name name, String... tags) {
    List<String> all = new ArrayList<>(List.of(tags));
    all.addAll(List.of(name.tags()));
    return all;
  }
}
