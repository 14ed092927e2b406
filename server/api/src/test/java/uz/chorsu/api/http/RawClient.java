package uz.chorsu.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends bytes as they are, right or wrong, and reads what comes back until the connection closes.
public final class RawClient {
  private static final int PATIENCE_MILLIS = 15_000;

  private RawClient() {}

  /// Writes the body piece by piece.
  @FunctionalInterface
  public interface Sender {
    void send(OutputStream out) throws IOException, InterruptedException;
  }

  /// @return the whole answer, head and body, as ISO 8859-1
  public static String exchange(int port, Sender sender) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        sender.send(socket.getOutputStream());
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // The server had heard enough; its answer may be there all the same.
      }
      return read(socket.getInputStream());
    }
  }

  public static String exchange(int port, byte[] bytes) throws IOException, InterruptedException {
    return exchange(port, out -> out.write(bytes));
  }

  /// @param head without the Host and Connection headers and without the blank line
  public static String exchange(int port, String head, byte[] body)
      throws IOException, InterruptedException {
    String whole =
        head
            + "\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(whole.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return exchange(port, bytes.toByteArray());
  }

  public static int status(String answer) {
    return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : -1;
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] step = new byte[8_192];
    try {
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        bytes.write(step, 0, n);
      }
    } catch (SocketException e) {
      // Broken off by the server; what came before counts.
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
