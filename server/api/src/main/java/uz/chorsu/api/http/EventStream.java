package uz.chorsu.api.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/// One open stream of server-sent events. One thread writes; any thread may break it off.
public final class EventStream {
  private final EndPoint endPoint;
  private final HttpServletResponse response;
  private @Nullable ServletOutputStream out;

  EventStream(HttpServletRequest request, HttpServletResponse response) {
    // Taken now: the request forgets its connection when it ends.
    this.endPoint =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    this.response = response;
  }

  /// Sends the head; from here on only events.
  public void open() throws IOException {
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    out = response.getOutputStream();
    response.flushBuffer();
  }

  public boolean isOpen() {
    return out != null;
  }

  /// Writes whole events and waits until the network has taken them.
  ///
  /// @throws IOException if the other side is gone or the stream was broken off
  public void write(List<byte[]> events) throws IOException {
    ServletOutputStream open = out;
    if (open == null) {
      throw new IllegalStateException("not open");
    }
    for (byte[] event : events) {
      open.write(event);
    }
    open.flush();
  }

  /// Breaks the connection off, also when the writer waits for a reader that never reads.
  public void breakOff() {
    endPoint.close();
  }
}
