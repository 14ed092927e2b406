package uz.chorsu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Clients that ask for the live feed and then never read a byte.
final class SilentReaders implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();

  SilentReaders(URI url, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      // A small buffer fills at once, so that the server soon feels that nobody reads.
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
      socket
          .getOutputStream()
          .write(
              ("GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:" + url.getPort() + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      sockets.add(socket);
    }
  }

  int count() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
