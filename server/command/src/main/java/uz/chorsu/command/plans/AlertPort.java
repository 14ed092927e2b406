package uz.chorsu.command.plans;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device that wakes a crew: a station's bell, a printer, a text gateway. Only ports that the
/// administrator has written into the plan are ever called.
///
/// @param name unique, as shown at the desk
/// @param url `http`, `https`, `mqtt` or `mqtts`; the scheme decides how it is called
/// @param topic of MQTT; `{callSign}` in it is replaced
/// @param agencies it serves; empty for all
/// @param stations names of stations it serves; empty for all
/// @param timeoutSeconds of one attempt, 1 to 30
/// @param credentialFile a file whose first line is sent as `Authorization` (HTTP) or is
///   `user:password` (MQTT); kept out of the plan so that the plan may be shown
public record AlertPort(
    String name,
    URI url,
    @Nullable String topic,
    List<String> agencies,
    List<String> stations,
    int timeoutSeconds,
    @Nullable String credentialFile) {
  public AlertPort {
    agencies = List.copyOf(agencies);
    stations = List.copyOf(stations);
  }

  /// Whether it wants alerts for a unit of this agency at home in this station.
  public boolean serves(String agency, @Nullable String stationName) {
    return (agencies.isEmpty() || agencies.contains(agency))
        && (stations.isEmpty() || (stationName != null && stations.contains(stationName)));
  }
}
