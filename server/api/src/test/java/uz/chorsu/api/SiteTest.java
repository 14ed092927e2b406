package uz.chorsu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is served beside the API.
class SiteTest {
  private static ApiFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new ApiFixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void servesThePagesOfTheBrowserSide() {
    assertThat(get("/").body()).contains("desk");
    assertThat(get("/crew").body()).contains("crew");
    assertThat(get("/crew/unit/7").body()).contains("crew");
    assertThat(get("/incident/123").body()).contains("desk");
    assertThat(get("/").headers().firstValue("Cache-Control")).contains("no-cache");
    for (String path :
        new String[] {
          "/assets/none.js",
          "/favicon.ico",
          "/../x",
          "/.git/config",
          "/desk.keys",
          "/../desk.keys",
          "/%2e%2e/x",
          "/assets/..%2f..%2fdesk.keys"
        }) {
      assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
    }
    HttpResponse<String> asset = get("/assets/desk-1a2b.js", "Accept-Encoding", "gzip");
    assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(asset.headers().firstValue("Content-Encoding")).contains("gzip");
    String etag = asset.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/assets/desk-1a2b.js", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void servesPiecesOfTheMap() {
    HttpResponse<String> piece = get("/map/base.pmtiles?v=1", "Range", "bytes=0-126");
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.headers().firstValue("Content-Range")).contains("bytes 0-126/1000");
    assertThat(piece.body()).hasSize(127);
    assertThat(get("/map/base.pmtiles", "Range", "bytes=-10").body()).hasSize(10);
    assertThat(get("/map/base.pmtiles", "Range", "bytes=990-").body()).hasSize(10);
    assertThat(get("/map/base.pmtiles", "Range", "bytes=1000-").statusCode()).isEqualTo(416);
    assertThat(get("/map/base.pmtiles", "Range", "lines=1-2").statusCode()).isEqualTo(200);
    assertThat(get("/map/base.pmtiles", "Range", "bytes=0-9", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void describesItselfAndTellsHowItIs() {
    assertThat(get("/openapi").body()).startsWith("{\"openapi\":\"3.1.0\"");
    assertThat(get("/openapi", "Accept", "application/yaml").body()).startsWith("openapi: 3.1.0");
    HttpResponse<String> health = get("/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .contains(
            "\"status\":\"up\"", "\"database\":{\"status\":\"up\"", "\"roads\":{\"status\":\"up\"");
    fixture.get("/figures");
    assertThat(get("/metrics").body())
        .contains("chorsu_http_request_seconds_count{operation=\"getFigures\",status=\"200\"}")
        .contains("chorsu_live_viewers", "jvm_memory", "chorsu_database_connections_active");
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return fixture.raw("GET", path, null, headers);
  }
}
