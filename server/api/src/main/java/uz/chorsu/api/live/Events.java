package uz.chorsu.api.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.api.http.Json;
import uz.chorsu.api.live.LiveSource.Seen;
import uz.chorsu.command.journal.Recorded;
import uz.chorsu.model.UnitId;

/// Writes events as bytes of the text/event-stream format (WHATWG HTML, section 9.2).
final class Events {
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  private Events() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Change(
      long seq,
      Instant at,
      String kind,
      String actor,
      @Nullable String incidentId,
      @Nullable String unitId,
      @Nullable String callId,
      @Nullable String assignmentId,
      @Nullable Object incident,
      @Nullable List<?> units,
      @Nullable Boolean closures) {}

  /// The `id` lets a browser that lost the connection at once ask for what came after.
  static byte[] hello(String viewerId, long seq) {
    return event(
        "retry: 1000\nid: " + seq + "\nevent: hello\n", Map.of("viewerId", viewerId, "seq", seq));
  }

  static byte[] reset(String reason) {
    return event("event: reset\n", Map.of("reason", reason));
  }

  static byte[] ping(Instant at) {
    return event("event: ping\n", Map.of("at", at));
  }

  static byte[] figures(Object figures) {
    return event("event: figures\n", figures);
  }

  static byte[] change(Recorded row, @Nullable Object incident, @Nullable List<?> units) {
    Change change =
        new Change(
            row.seq(),
            row.at(),
            row.kind(),
            row.actor(),
            text(row.incidentId()),
            text(row.unitId()),
            text(row.callId()),
            text(row.assignmentId()),
            incident,
            units,
            row.kind().startsWith("road-") ? true : null);
    return event("id: " + row.seq() + "\nevent: change\n", change);
  }

  /// @param entries as [#position] writes them, with commas between
  static byte[] positions(Instant at, ByteArrayOutputStream entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() + 80);
    bytes.writeBytes(
        ("event: positions\ndata: {\"at\":\"" + at + "\",\"p\":[")
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(entries.toByteArray());
    bytes.writeBytes("]}\n\n".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /// One unit in a frame of positions; six decimals are a tenth of a metre.
  static byte[] position(UnitId unit, Seen held) {
    StringBuilder text = new StringBuilder(96);
    text.append("[\"").append(unit).append("\",");
    decimals(text, held.point().lon(), 6).append(',');
    decimals(text, held.point().lat(), 6).append(',');
    optional(text, held.headingDeg()).append(',');
    optional(text, held.speedKmh()).append(',');
    text.append(held.at().getEpochSecond()).append(']');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static StringBuilder optional(StringBuilder text, @Nullable Double number) {
    return number == null ? text.append("null") : decimals(text, number, 1);
  }

  private static StringBuilder decimals(StringBuilder text, double number, int places) {
    long scale = places == 6 ? 1_000_000 : 10;
    return text.append(Math.round(number * scale) / (double) scale);
  }

  private static byte[] event(String head, Object data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(Json.write(data));
    bytes.writeBytes(END);
    return bytes.toByteArray();
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
