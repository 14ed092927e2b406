package uz.chorsu.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port of the embedded server on 127.0.0.1: chosen once, kept in a file, and another one only
/// if that is taken.
final class Ports {
  private static final Logger log = LoggerFactory.getLogger(Ports.class);

  /// Not PostgreSQL's own 5432, which a server of the machine may have.
  private static final int FIRST_CHOICE = 15432;

  private final Path file;
  private volatile int current;
  private int avoided = -1;

  Ports(Path file) {
    this.file = file;
  }

  int choose() throws IOException {
    int wish = stored();
    if (wish != avoided && isFree(wish)) {
      current = wish;
    } else {
      try (ServerSocket any = new ServerSocket(0, 1, loopback())) {
        current = any.getLocalPort();
      }
      log.warn("Port {} is taken; PostgreSQL takes port {} on 127.0.0.1", wish, current);
    }
    return current;
  }

  int current() {
    return current;
  }

  /// The server could not have it, although it looked free.
  void avoid(int port) {
    avoided = port;
  }

  void keep(int port) throws IOException {
    if (!Files.exists(file) || stored() != port) {
      Files.writeString(file, port + "\n");
    }
  }

  private int stored() throws IOException {
    if (!Files.exists(file)) {
      return FIRST_CHOICE;
    }
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port > 0 && port < 65_536 ? port : FIRST_CHOICE;
    } catch (NumberFormatException e) {
      return FIRST_CHOICE;
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      // As PostgreSQL itself does; else connections that just ended would look like a server.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(loopback(), port));
      return true;
    } catch (java.net.BindException e) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
