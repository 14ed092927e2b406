package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Points that help to find a place or to help there. What a dispatcher steers by shows from zoom
/// 12 on, the rest from 14.
final class Pois implements Layer {
  private static final int IMPORTANT_ZOOM = 12;
  private static final int OTHER_ZOOM = 14;

  /// `key=value` of OpenStreetMap to the class of the map; the first that fits counts.
  private static final Map<String, String> CLASSES = classes();

  private static final Set<String> IMPORTANT =
      Set.of(
          "fire_station",
          "police",
          "ambulance_station",
          "gas_service",
          "hospital",
          "station",
          "metro_station",
          "bus_station",
          "airfield",
          "townhall",
          "market",
          "university",
          "stadium");

  /// Without a name these still say something.
  private static final Set<String> NAMELESS =
      Set.of(
          "hydrant",
          "defibrillator",
          "assembly_point",
          "fire_station",
          "police",
          "ambulance_station",
          "hospital",
          "fuel",
          "pharmacy");

  private static final LayerSchema SCHEMA =
      new LayerSchema(
          "pois",
          "point",
          IMPORTANT_ZOOM,
          Names.and("class"),
          CLASSES.values().stream().distinct().toList());

  private static Map<String, String> classes() {
    Map<String, String> classes = new LinkedHashMap<>();
    put(classes, "fire_station", "amenity=fire_station");
    put(classes, "police", "amenity=police");
    put(classes, "ambulance_station", "emergency=ambulance_station");
    put(classes, "gas_service", "utility=gas", "emergency=gas_service");
    put(classes, "hospital", "amenity=hospital");
    put(classes, "metro_station", "station=subway");
    put(classes, "station", "railway=station", "railway=halt");
    put(classes, "bus_station", "amenity=bus_station");
    put(classes, "airfield", "aeroway=aerodrome");
    put(classes, "townhall", "amenity=townhall");
    put(classes, "market", "amenity=marketplace");
    put(classes, "university", "amenity=university", "amenity=college");
    put(classes, "stadium", "leisure=stadium");
    put(classes, "school", "amenity=school");
    put(classes, "kindergarten", "amenity=kindergarten");
    put(classes, "clinic", "amenity=clinic", "amenity=doctors");
    put(classes, "pharmacy", "amenity=pharmacy");
    put(classes, "hydrant", "emergency=fire_hydrant");
    put(classes, "defibrillator", "emergency=defibrillator");
    put(classes, "assembly_point", "emergency=assembly_point");
    put(classes, "fuel", "amenity=fuel");
    put(classes, "worship", "amenity=place_of_worship");
    put(classes, "culture", "amenity=theatre", "amenity=cinema", "amenity=library");
    put(classes, "museum", "tourism=museum", "tourism=gallery");
    put(classes, "hotel", "tourism=hotel", "tourism=hostel", "tourism=guest_house");
    put(classes, "sight", "tourism=attraction", "historic=monument", "historic=memorial");
    put(classes, "shop", "shop=mall", "shop=supermarket", "shop=department_store");
    put(classes, "food", "amenity=restaurant", "amenity=cafe", "amenity=fast_food");
    put(classes, "bank", "amenity=bank");
    put(classes, "post_office", "amenity=post_office");
    put(classes, "office", "office=government", "amenity=courthouse", "amenity=embassy");
    put(classes, "prison", "amenity=prison");
    put(classes, "stop", "railway=tram_stop", "highway=bus_stop");
    put(classes, "park", "leisure=park");
    return classes;
  }

  private static void put(Map<String, String> classes, String poiClass, String... tags) {
    for (String tag : tags) {
      classes.put(tag, poiClass);
    }
  }

  @Override
  public LayerSchema schema() {
    return SCHEMA;
  }

  @Override
  public void draw(SourceFeature source, FeatureCollector features) {
    String poiClass = poiClass(source);
    if (poiClass == null || (!Names.has(source) && !NAMELESS.contains(poiClass))) {
      return;
    }
    FeatureCollector.Feature feature;
    if (source.isPoint()) {
      feature = features.point("pois");
    } else if (source.canBePolygon()) {
      feature = features.pointOnSurface("pois");
    } else {
      return;
    }
    boolean important = IMPORTANT.contains(poiClass);
    feature
        .setMinZoom(important ? IMPORTANT_ZOOM : OTHER_ZOOM)
        .setSortKey(important ? 0 : 1)
        .setBufferPixels(32)
        .setAttr("class", poiClass);
    Names.add(feature, source, 0);
  }

  private static final List<String> KEYS =
      List.of(
          "amenity",
          "emergency",
          "utility",
          "station",
          "railway",
          "aeroway",
          "leisure",
          "tourism",
          "historic",
          "shop",
          "office",
          "highway");

  private static @Nullable String poiClass(SourceFeature source) {
    if (source.hasTag("station", "subway") && source.hasTag("railway", "station")) {
      return "metro_station";
    }
    for (String key : KEYS) {
      String value = source.getString(key);
      String poiClass = value == null ? null : CLASSES.get(key + "=" + value);
      if (poiClass != null) {
        return poiClass;
      }
    }
    return null;
  }
}
