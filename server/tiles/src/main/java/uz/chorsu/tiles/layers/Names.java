package uz.chorsu.tiles.layers;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thing's names: as written on the spot, and in the three languages of the desk where they are
/// known.
final class Names {
  static final List<String> ATTRIBUTES = List.of("name", "name_uz", "name_ru", "name_en");

  private Names() {}

  static boolean has(SourceFeature source) {
    return source.hasTag("name");
  }

  static void add(FeatureCollector.Feature feature, SourceFeature source, int minZoom) {
    add(feature, minZoom, "name", source.getString("name"));
    String uzbek = source.getString("name:uz");
    add(feature, minZoom, "name_uz", uzbek == null ? source.getString("name:uz-Latn") : uzbek);
    add(feature, minZoom, "name_ru", source.getString("name:ru"));
    add(feature, minZoom, "name_en", source.getString("name:en"));
  }

  private static void add(
      FeatureCollector.Feature feature, int minZoom, String attribute, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      feature.setAttrWithMinzoom(attribute, value, minZoom);
    }
  }

  /// The attributes of a layer whose things have names.
  static List<String> and(String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    all.addAll(ATTRIBUTES);
    return List.copyOf(all);
  }
}
