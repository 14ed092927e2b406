package uz.chorsu.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rehearse`: a whole start and stop in a small invented town, on data of its own. The launcher
/// lets the JVM record it after a build (`-XX:AOTCacheOutput`), so that real starts find their
/// classes loaded and linked.
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts and stops once, for the JVM to learn.")
final class Rehearse implements Callable<Integer> {
  private static final List<String> LOOKS =
      List.of(
          "/health",
          "/metrics",
          "/openapi",
          "/api/v1/config",
          "/api/v1/city",
          "/api/v1/incidents?state=open",
          "/api/v1/units",
          "/api/v1/figures",
          "/api/v1/search?q=street",
          "/api/v1/describe?lat=41.305&lon=69.245");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Scratch directory; the caller deletes it.")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (data == null) {
      return 2;
    }
    Files.createDirectories(data);
    Logging.start(data.resolve("logs"));
    Path town = Files.writeString(data.resolve("town.osm"), town());
    Settings settings =
        new Settings(
            new DataDirectory(data),
            InetAddress.getLoopbackAddress(),
            freePort(),
            Optional.of(town),
            Optional.empty(),
            1,
            false,
            Optional.empty());
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Chorsu chorsu = Chorsu.start(settings, Programs.ofEnvironment(), silent);
        HttpClient client = HttpClient.newHttpClient()) {
      if (chorsu.isReady()) {
        look(client, settings.url());
      }
    }
    return 0;
  }

  private static void look(HttpClient client, String url) throws IOException, InterruptedException {
    for (String path : LOOKS) {
      client.send(
          HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10)).build(),
          HttpResponse.BodyHandlers.discarding());
    }
    client.send(
        HttpRequest.newBuilder(URI.create(url + "/api/v1/calls"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"typeCode\": \"FIRE\", \"lat\": 41.305, \"lon\": 69.245}"))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A grid of 6 by 6 streets with a fire station, as OpenStreetMap XML.
  static String town() {
    int size = 6;
    StringBuilder osm = new StringBuilder("<osm version=\"0.6\">\n");
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        osm.append(
            "<node id=\"%d\" lat=\"%.3f\" lon=\"%.3f\"/>\n"
                .formatted(1 + row * size + column, 41.300 + row * 0.002, 69.240 + column * 0.002));
      }
    }
    osm.append(
        "<node id=\"100\" lat=\"41.301\" lon=\"69.241\"><tag k=\"amenity\" v=\"fire_station\"/>"
            + "<tag k=\"name\" v=\"Station 1\"/></node>\n");
    for (int line = 0; line < size; line++) {
      StringBuilder east = new StringBuilder();
      StringBuilder north = new StringBuilder();
      for (int step = 0; step < size; step++) {
        east.append("<nd ref=\"").append(1 + line * size + step).append("\"/>");
        north.append("<nd ref=\"").append(1 + step * size + line).append("\"/>");
      }
      osm.append(way(200 + line, east, "East Street " + (line + 1)));
      osm.append(way(300 + line, north, "North Street " + (line + 1)));
    }
    return osm.append("</osm>\n").toString();
  }

  private static String way(int id, StringBuilder nodes, String name) {
    return "<way id=\"%d\">%s<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"%s\"/></way>\n"
        .formatted(id, nodes, name);
  }
}
