package uz.chorsu.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.RawHandler;
import uz.chorsu.api.http.Reply;

/// The base map as one PMTiles file, read by pieces (RFC 9110, section 14: one byte range).
public final class MapFile implements RawHandler {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final int STEP = 64 * 1024;

  private final Supplier<Optional<Path>> file;

  private record Span(long from, long to) {
    long length() {
      return to - from + 1;
    }
  }

  /// @param file of the city in use; empty while it is being made
  public MapFile(Supplier<Optional<Path>> file) {
    this.file = file;
  }

  /// Changes when the file changes; empty while there is none.
  public Optional<String> findVersion() {
    return file.get()
        .filter(Files::isRegularFile)
        .flatMap(path -> {
          try {
            return Optional.of(Long.toHexString(Files.getLastModifiedTime(path).toMillis()));
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Path path = file.get().filter(Files::isRegularFile).orElse(null);
    if (path == null) {
      Reply.problem(response, 404, "not-found", "There is no base map yet");
      return;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      String etag = etag(path, channel.size());
      response.setHeader("ETag", etag);
      response.setHeader("Accept-Ranges", "bytes");
      response.setHeader("Cache-Control", "no-cache");
      if (etag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(304);
        return;
      }
      send(request, response, channel, etag);
    } catch (NoSuchFileException e) {
      Reply.problem(response, 404, "not-found", "There is no base map just now");
    }
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, FileChannel channel, String etag)
      throws IOException {
    long size = channel.size();
    String header = request.getHeader("Range");
    String condition = request.getHeader("If-Range");
    boolean whole =
        header == null
            || !RANGE.matcher(header).matches()
            || (condition != null && !condition.equals(etag));
    Span span = whole ? new Span(0, size - 1) : span(header, size);
    if (span == null) {
      response.setHeader("Content-Range", "bytes */" + size);
      Reply.problem(response, 416, "range", "The map has " + size + " bytes");
      return;
    }
    response.setStatus(whole ? 200 : 206);
    response.setContentType("application/vnd.pmtiles");
    response.setContentLengthLong(span.length());
    if (!whole) {
      response.setHeader("Content-Range", "bytes " + span.from() + "-" + span.to() + "/" + size);
    }
    if (!request.getMethod().equals("HEAD")) {
      copy(channel, span, response.getOutputStream());
    }
  }

  private static @Nullable Span span(@Nullable String header, long size) {
    Matcher matcher = RANGE.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      return null;
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      long length = last.isEmpty() ? 0 : Math.min(size, Long.parseLong(last));
      return length == 0 ? null : new Span(size - length, size - 1);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    return from >= size || to < from ? null : new Span(from, to);
  }

  private static void copy(FileChannel channel, Span span, OutputStream out) throws IOException {
    ByteBuffer step = ByteBuffer.allocate(STEP);
    long at = span.from();
    while (at <= span.to()) {
      step.clear().limit((int) Math.min(STEP, span.to() - at + 1));
      int read = channel.read(step, at);
      if (read < 0) {
        throw new IOException("The map file became shorter");
      }
      out.write(step.array(), 0, read);
      at += read;
    }
  }

  private static String etag(Path path, long size) throws IOException {
    long modified = Files.getLastModifiedTime(path).toMillis();
    return "\"" + Long.toHexString(modified) + "-" + Long.toHexString(size) + "\"";
  }
}
