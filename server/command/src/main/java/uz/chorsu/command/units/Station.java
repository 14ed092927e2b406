package uz.chorsu.command.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.Names;

/// A station or other home of units.
///
/// @param kind `fire`, `police`, `ambulance`, `hospital`, `gas` or `other`
public record Station(UUID id, Names name, String kind, double lat, double lon) {
  /// A station to be added, or changed when its source is known already.
  ///
  /// @param sourceKey where it comes from, such as `osm:n123`; unique
  public record New(
      String sourceKey,
      String kind,
      String nameEn,
      @Nullable String nameRu,
      @Nullable String nameUz,
      double lat,
      double lon) {}
}
