package uz.chorsu.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Writes whole answers of [RawHandler]s.
public final class Reply {
  private static final int WORTH_PACKING = 1_400;

  private Reply() {}

  /// Problem details for an address outside the API.
  public static void problem(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    byte[] body = Service.rendered(Problems.of(status, code, detail, Map.of()), "").body();
    response.setHeader("Cache-Control", "no-store");
    plain(response, status, Problems.CONTENT_TYPE, body);
  }

  /// Bytes of a text type, packed when the caller takes that.
  public static void text(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String contentType,
      byte[] body)
      throws IOException {
    response.setHeader("Vary", "Accept-Encoding");
    if (body.length < WORTH_PACKING || !takesGzip(request)) {
      plain(response, status, contentType, body);
    } else {
      response.setHeader("Content-Encoding", "gzip");
      plain(response, status, contentType, gzip(body));
    }
  }

  public static void plain(
      HttpServletResponse response, int status, String contentType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  public static boolean takesGzip(HttpServletRequest request) {
    String encodings = request.getHeader("Accept-Encoding");
    return encodings != null
        && encodings.contains("gzip")
        && !encodings.replace(" ", "").contains("gzip;q=0,")
        && !encodings.replace(" ", "").endsWith("gzip;q=0");
  }

  public static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
