package uz.chorsu.app;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import uz.chorsu.database.DatabaseAddress;

/// What the administrator asked for, checked.
///
/// @param address loopback only
/// @param city an OpenStreetMap file; empty means the city in use
/// @param seed of the generated city and of those who live in it; empty means the one in use
/// @param speed simulated seconds in one real second
/// @param populated whether people and crews are simulated
/// @param database the city's own server; empty means the embedded one
record Settings(
    DataDirectory data,
    InetAddress address,
    int port,
    Optional<Path> city,
    Optional<Long> seed,
    double speed,
    boolean populated,
    Optional<DatabaseAddress> database) {

  String url() {
    String host = address.getHostAddress();
    return "http://" + (host.contains(":") ? "[::1]" : host) + ":" + port;
  }
}
