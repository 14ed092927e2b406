package uz.chorsu.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps strange web pages out while there are no logins: a page of another site that a user of the
/// desk happens to open can neither read Chorsu through a host name of its own (DNS rebinding) nor
/// make the browser send something to it (cross-site requests).
final class Door {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  // MapLibre runs its worker from a blob and keeps pictures in data: addresses.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self';"
              + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
              + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Frame-Options",
          "DENY",
          "Permissions-Policy",
          "camera=(), microphone=(), payment=(), usb=()");

  private final Set<String> hosts;

  /// @param hosts names under which Chorsu may be called
  Door(Set<String> hosts) {
    this.hosts = hosts;
  }

  static void putHeaders(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }

  /// @throws Problem 421 or 403 if a strange page seems to be behind the request
  void check(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !hosts.contains(name(host))) {
      throw new Problem(421, "wrong-host", "Chorsu is not called by that name");
    }
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site)) {
      throw strangeSite();
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !host.equalsIgnoreCase(authority(origin))) {
      throw strangeSite();
    }
  }

  private static Problem strangeSite() {
    return new Problem(403, "strange-site", "Only Chorsu's own pages may send this");
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String name(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    return colon > lower.lastIndexOf(']') ? lower.substring(0, colon) : lower;
  }
}
