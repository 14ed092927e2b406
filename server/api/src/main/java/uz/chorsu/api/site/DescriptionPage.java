package uz.chorsu.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uz.chorsu.api.http.Description;
import uz.chorsu.api.http.Json;
import uz.chorsu.api.http.RawHandler;
import uz.chorsu.api.http.Reply;
import uz.chorsu.api.http.Routes;

/// The OpenAPI description: JSON, or YAML for those who ask for it.
public final class DescriptionPage implements RawHandler {
  private final byte[] yaml;
  private final byte[] json;

  public DescriptionPage(Description description) {
    this.yaml = description.yaml();
    this.json = Json.write(description.tree());
  }

  public void register(Routes routes) {
    routes.page("/openapi", this);
    routes.page("/openapi.json", (request, response) -> json(request, response));
    routes.page("/openapi.yaml", (request, response) -> yaml(request, response));
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String accept = request.getHeader("Accept");
    response.setHeader("Vary", "Accept");
    if (accept != null && accept.contains("yaml")) {
      yaml(request, response);
    } else {
      json(request, response);
    }
  }

  private void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Reply.text(request, response, 200, "application/json", json);
  }

  private void yaml(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Reply.text(request, response, 200, "application/yaml", yaml);
  }
}
