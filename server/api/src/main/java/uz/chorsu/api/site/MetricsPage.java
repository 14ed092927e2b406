package uz.chorsu.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uz.chorsu.api.http.Meters;
import uz.chorsu.api.http.RawHandler;
import uz.chorsu.api.http.Reply;

/// What Chorsu counts about itself, in Prometheus' text format.
public final class MetricsPage implements RawHandler {
  private final Meters meters;

  public MetricsPage(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    Reply.text(request, response, 200, "text/plain; version=0.0.4; charset=utf-8", meters.text());
  }
}
