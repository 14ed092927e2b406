package uz.chorsu.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL is and who logs in there. The password never appears in [#toString()] nor in
/// the JDBC address, so that both may be logged.
///
/// @param jdbcUrl without user and password
/// @param user name of the role; null means the driver's own choice
/// @param password null means that the driver looks into the password file (`PGPASSFILE`, else
///   `~/.pgpass`)
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /// Reads `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…` (also with `jdbc:` before it).
  /// A user or password left out is taken from `PGUSER` and `PGPASSWORD`.
  ///
  /// @param environment usually [System#getenv()]
  /// @throws DatabaseFailure if the text is no such address; the message does not repeat it,
  ///   because it may hold a password
  public static DatabaseAddress parse(String text, Map<String, String> environment) {
    String bare = text.strip();
    bare = bare.startsWith("jdbc:") ? bare.substring("jdbc:".length()) : bare;
    URI uri;
    try {
      uri = new URI(bare);
    } catch (URISyntaxException e) {
      throw malformed();
    }
    String scheme = uri.getScheme();
    String path = uri.getPath();
    if (!("postgresql".equals(scheme) || "postgres".equals(scheme))
        || uri.getHost() == null
        || path == null
        || path.length() < 2) {
      throw malformed();
    }
    @Nullable String user = environment.get("PGUSER");
    @Nullable String password = environment.get("PGPASSWORD");
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length == 2 ? decode(parts[1]) : password;
    }
    List<String> rest = new ArrayList<>();
    String query = uri.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (pair.startsWith("user=")) {
        user = decode(pair.substring("user=".length()));
      } else if (pair.startsWith("password=")) {
        password = decode(pair.substring("password=".length()));
      } else if (!pair.isEmpty()) {
        rest.add(pair);
      }
    }
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String parameters = rest.isEmpty() ? "" : "?" + String.join("&", rest);
    String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + parameters;
    return new DatabaseAddress(url, user, password);
  }

  static DatabaseAddress loopback(int port, String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable",
        user,
        password);
  }

  private static String decode(String text) {
    // A plus sign is itself in the user part of an address; only %2B style escapes count.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseFailure malformed() {
    return new DatabaseFailure(
        DatabaseFailure.Reason.ADDRESS,
        "The database address must look like postgresql://USER@HOST:5432/DATABASE"
            + " (password in PGPASSWORD or in the file that PGPASSFILE names).");
  }

  @Override
  public String toString() {
    return user == null ? jdbcUrl : jdbcUrl + " as " + user;
  }
}
