package uz.chorsu.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads bodies: of the right type, not longer than allowed, not slower than allowed.
final class Bodies {
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final int STEP = 8 * 1024;

  private final TimeLimit timeLimit;
  private final Duration slowest;

  /// @param slowest how long a body may take to arrive
  Bodies(TimeLimit timeLimit, Duration slowest) {
    this.timeLimit = timeLimit;
    this.slowest = slowest;
  }

  /// @return no bytes if there is no body
  /// @throws Problem 408, 413 or 415, or 422 if there is no body where one is needed
  byte[] read(HttpServletRequest request, Operation operation) throws Exception {
    Operation.Body described = operation.body();
    int most = described == null ? STEP : operation.maxBodyBytes();
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    byte[] bytes =
        timeLimit.run(
            slowest,
            new Problem(408, "too-slow", "The body took too long to arrive"),
            () -> read(request.getInputStream(), most));
    if (described == null) {
      return new byte[0];
    }
    if (bytes.length == 0) {
      if (described.required()) {
        throw Problem.unreadable("There is no body; " + operation.id() + " needs one");
      }
      return bytes;
    }
    requireType(request.getContentType(), described.contentType());
    return bytes;
  }

  /// Reads on for a moment what nobody wants, after the answer is out: a client that is still
  /// sending would otherwise see a broken connection instead of the answer.
  void linger(HttpServletRequest request) {
    try {
      timeLimit.run(
          LINGER,
          new Problem(408, "too-slow", ""),
          () -> {
            InputStream in = request.getInputStream();
            byte[] waste = new byte[STEP];
            while (in.read(waste) >= 0) {
              // Thrown away.
            }
            return true;
          });
    } catch (Exception e) {
      // The answer is out; the connection ends here, and that is all right.
      return;
    }
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(STEP);
    byte[] step = new byte[STEP];
    for (int n = in.read(step); n >= 0; n = in.read(step)) {
      bytes.write(step, 0, n);
      if (bytes.size() > most) {
        throw tooLarge(most);
      }
    }
    return bytes.toByteArray();
  }

  private static Problem tooLarge(int most) {
    return new Problem(413, "too-large", "The body may have at most " + most + " bytes");
  }

  private static void requireType(@Nullable String header, String wanted) {
    String[] parts = header == null ? new String[] {""} : header.split(";", -1);
    boolean right = parts[0].strip().equalsIgnoreCase(wanted);
    for (int i = 1; right && i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      right = !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!right) {
      throw new Problem(415, "unsupported-media-type", "The body must be " + wanted + " in UTF-8");
    }
  }
}
