package uz.chorsu.api.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Problem details for what fails before any route is looked for, such as a broken request line.
final class EarlyErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == 501 || status == 505) {
      // An encoding or version that nobody speaks is the caller's mistake, not a fault of ours.
      status = 400;
      response.setStatus(status);
    }
    Answer answer =
        status >= 500
            ? Problems.of(
                500, "failed", "Chorsu could not do this; its log has the reason", Map.of())
            : Problems.of(status, "unreadable", "The request is not readable", Map.of());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.CONTENT_TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(Service.rendered(answer, "").body()), callback);
    return true;
  }
}
