package uz.chorsu.sim.live;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.chorsu.sim.client.Door;

/// What everybody who lives in the simulated city shares.
///
/// @param hospitals where ambulances bring patients
record City(
    Door door,
    Pace pace,
    Gateway gateway,
    Addresses addresses,
    Drive drive,
    List<Place> hospitals) {

  @Nullable Place nearestHospital(Place from) {
    return hospitals.stream().min(Comparator.comparingDouble(from::metresTo)).orElse(null);
  }
}
