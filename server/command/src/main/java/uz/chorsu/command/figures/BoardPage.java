package uz.chorsu.command.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.incidents.IncidentSummary;
import uz.chorsu.command.units.Unit;

/// Writes the board as HTML for A4, black on white. Codes are those of the radio; the words are
/// English.
public final class BoardPage {
  private final ZoneId zone;
  private final DateTimeFormatter full;
  private final DateTimeFormatter clock;

  public BoardPage(ZoneId zone) {
    this.zone = zone;
    this.full = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    this.clock = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
  }

  /// @param open in the order of the queue
  /// @param free by call sign
  String write(Instant now, List<IncidentSummary> open, List<Unit> free) {
    StringBuilder html = new StringBuilder(4_096);
    html.append(head(now, open.size(), free.size()));
    html.append(
        "<h2>Open incidents</h2><table><thead><tr><th>Number<th>Prio<th>Type<th>State<th>Where"
            + "<th>Received<th>Units: step since<th class=note>By hand</tr></thead><tbody>\n");
    open.forEach(incident -> write(html, incident, now));
    html.append("</tbody></table>\n<h2>Units free</h2>\n");
    Map<String, String> byKind =
        free.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> unit.agency() + " " + unit.kind(),
                    TreeMap::new,
                    Collectors.mapping(
                        unit -> escaped(unit.callSign()), Collectors.joining(", "))));
    byKind.forEach((kind, signs) ->
        html.append("<p><b>").append(escaped(kind)).append(":</b> ").append(signs));
    return html.append("\n</body></html>\n").toString();
  }

  private String head(Instant now, int open, int free) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Chorsu board %1$s</title>
    <style>
    @page { size: A4 landscape; margin: 10mm; }
    body { font: 10pt/1.3 sans-serif; color: #000; background: #fff; margin: 1em; }
    h1 { font-size: 14pt; margin: 0 0 .3em; } h2 { font-size: 12pt; margin: 1em 0 .3em; }
    table { border-collapse: collapse; width: 100%%; }
    th, td { border: 1px solid #000; padding: .2em .4em; text-align: left; vertical-align: top; }
    thead { display: table-header-group; } tr { break-inside: avoid; }
    .loud { font-weight: bold; border: 2px solid #000; }
    p { margin: .3em 0; } .note { width: 18%%; }
    </style></head><body>
    <h1>Chorsu board, %1$s (%2$s)</h1>
    <p>%3$d open incidents, %4$d units free. Written every minute; what happened after %1$s is
    not here. Write on the paper what happens from now on.</p>
    """
        .formatted(full.format(now), escaped(zone.getId()), open, free);
  }

  private void write(StringBuilder html, IncidentSummary incident, Instant now) {
    String warnings =
        incident.warnings().stream()
            .map(warning -> warning.kind().word() + who(warning.callSign()))
            .distinct()
            .collect(Collectors.joining("; "));
    html.append(incident.isEmergency() ? "<tr class=loud>" : "<tr>");
    cell(html, incident.number());
    cell(
        html,
        incident.priority() + (incident.alarmLevel() > 1 ? " A" + incident.alarmLevel() : ""));
    String subtype = incident.subtypeCode();
    cell(html, incident.typeCode() + (subtype == null ? "" : " " + subtype));
    html.append("<td>").append(escaped(incident.state().word()));
    if (!warnings.isEmpty()) {
      html.append("<br><b>").append(escaped(warnings)).append("</b>");
    }
    cell(html, place(incident));
    cell(html, time(incident.receivedAt(), now));
    html.append("<td>");
    String units =
        incident.assigned().stream()
            .map(one ->
                "<b>"
                    + escaped(one.callSign())
                    + "</b>: "
                    + escaped(one.step().word())
                    + " "
                    + time(one.since(), now))
            .collect(Collectors.joining("<br>"));
    html.append(units.isEmpty() ? "<b>none</b>" : units).append("<td></tr>\n");
  }

  /// The clock alone says too little about another day.
  private String time(Instant at, Instant now) {
    boolean recent = Duration.between(at, now).abs().compareTo(Duration.ofHours(12)) < 0;
    return (recent ? clock : full).format(at);
  }

  private static String place(IncidentSummary incident) {
    String address = incident.address();
    Double lat = incident.lat();
    Double lon = incident.lon();
    String point =
        lat == null || lon == null
            ? ""
            : String.format(java.util.Locale.ROOT, "%.5f, %.5f", lat, lon);
    if (address == null) {
      return point.isEmpty() ? "not known" : point;
    }
    return point.isEmpty() ? address : address + " (" + point + ")";
  }

  private static String who(@Nullable String callSign) {
    return callSign == null ? "" : " " + callSign;
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td>").append(escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
