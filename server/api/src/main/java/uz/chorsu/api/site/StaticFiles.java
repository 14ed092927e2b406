package uz.chorsu.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.RawHandler;
import uz.chorsu.api.http.Reply;

/// The built browser side. `/crew` and everything below it is `crew.html` if there is one; what is
/// no file is the desk, so that a link to a view opens it. Files in `assets` carry a hash in their
/// name and never change.
public final class StaticFiles implements RawHandler {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("txt", "text/plain; charset=utf-8"));
  private static final String ALWAYS = "public, max-age=31536000, immutable";

  private final Path root;
  private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

  /// @param packed null where packing is of no use
  @SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
  private record Loaded(
      long modified, long size, byte[] bytes, byte @Nullable [] packed, String etag) {}

  /// @param root the folder with `index.html`
  public StaticFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Path> found = find(request.getRequestURI());
    if (found.isEmpty()) {
      Reply.problem(response, 404, "not-found", "There is nothing at this address");
      return;
    }
    Path file = found.get();
    Loaded content = load(file);
    response.setHeader("ETag", content.etag());
    response.setHeader(
        "Cache-Control", file.startsWith(root.resolve("assets")) ? ALWAYS : "no-cache");
    response.setHeader("Vary", "Accept-Encoding");
    if (content.etag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(304);
      return;
    }
    byte[] packed = content.packed();
    if (packed != null && Reply.takesGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
      Reply.plain(response, 200, type(file), packed);
    } else {
      Reply.plain(response, 200, type(file), content.bytes());
    }
  }

  private Optional<Path> find(String uri) {
    String path = uri.startsWith("/") ? uri.substring(1) : uri;
    if (path.indexOf('%') >= 0 || path.indexOf('\\') >= 0 || uri.contains("/.")) {
      return Optional.empty();
    }
    try {
      Path file = root.resolve(path).normalize();
      if (!file.startsWith(root)) {
        return Optional.empty();
      }
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    // A missing file with an ending is missing; anything else is an address inside a page.
    if (path.startsWith("assets/") || path.substring(path.lastIndexOf('/') + 1).contains(".")) {
      return Optional.empty();
    }
    int slash = path.indexOf('/');
    Path page = root.resolve((slash < 0 ? path : path.substring(0, slash)) + ".html");
    Path desk = root.resolve("index.html");
    return Optional.of(Files.isRegularFile(page) ? page : desk).filter(Files::isRegularFile);
  }

  private Loaded load(Path file) throws IOException {
    long modified = Files.getLastModifiedTime(file).toMillis();
    long size = Files.size(file);
    Loaded known = loaded.get(file);
    if (known != null && known.modified() == modified && known.size() == size) {
      return known;
    }
    byte[] bytes = Files.readAllBytes(file);
    String type = type(file);
    boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
    Loaded fresh =
        new Loaded(
            modified,
            size,
            bytes,
            text ? Reply.gzip(bytes) : null,
            "\"" + Long.toHexString(modified) + "-" + Long.toHexString(size) + "\"");
    loaded.put(file, fresh);
    return fresh;
  }

  private static String type(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
