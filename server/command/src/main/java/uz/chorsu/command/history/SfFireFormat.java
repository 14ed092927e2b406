package uz.chorsu.command.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// "Fire Department Calls for Service" of DataSF: one row for each unit on each incident, times
/// local to San Francisco.
final class SfFireFormat {
  static final String NAME = "datasf-fire";
  private static final LocalTimes TIMES = new LocalTimes(ZoneId.of("America/Los_Angeles"));
  private static final String INCIDENT = "Incident Number";
  private static final String CALL = "Call Number";
  private static final String UNIT = "Unit ID";
  private static final String TYPE = "Call Type";
  private static final int LONGEST_NAME = 100;

  private final Map<String, Integer> places = new HashMap<>();
  private final int width;

  /// One row read.
  ///
  /// @param row null if it was refused
  /// @param findings names of what is strange
  record Reading(@Nullable HistoryRow row, Set<String> findings) {}

  /// @throws Refused naming the column that is missing or there twice
  SfFireFormat(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!seen.add(columns.get(i))) {
        throw new Refused("columns", "named once each", columns.get(i));
      }
      places.put(columns.get(i), i);
    }
    List<String> needed = new ArrayList<>(List.of(INCIDENT, CALL, UNIT, TYPE));
    for (Stamp stamp : Stamp.values()) {
      needed.add(stamp.column());
    }
    for (String column : needed) {
      if (!seen.contains(column)) {
        throw new Refused("columns", "with a column \"" + column + "\"", null);
      }
    }
    width = columns.size();
  }

  Reading read(RawRow raw) {
    Set<String> findings = new LinkedHashSet<>();
    if (raw.values().size() != width) {
      findings.add("wrong-number-of-values");
      return new Reading(null, findings);
    }
    Map<Stamp, LocalDateTime> local = localTimes(raw, findings);
    Optional<String> incident = name(raw, INCIDENT);
    Optional<String> call = name(raw, CALL);
    Optional<String> unit = name(raw, UNIT);
    Optional<String> type = name(raw, TYPE);
    refuseIfMissing(incident, "missing-incident-number", findings);
    refuseIfMissing(call, "missing-call-number", findings);
    refuseIfMissing(unit, "missing-unit", findings);
    refuseIfMissing(type, "missing-call-type", findings);
    if (findings.isEmpty() && !local.containsKey(Stamp.RECEIVED)) {
      findings.add("missing-received");
    }
    if (!findings.isEmpty()) {
      return new Reading(null, findings);
    }
    Map<Stamp, Instant> stamps = instants(local, findings);
    reportStamps(stamps, findings);
    String rowKey = NAME + " " + call.orElseThrow() + "-" + unit.orElseThrow();
    HistoryRow row =
        new HistoryRow(
            raw.row(),
            rowKey,
            incident.orElseThrow(),
            call.orElseThrow(),
            unit.orElseThrow(),
            name(raw, "Unit Type").orElse(null),
            type.orElseThrow(),
            name(raw, "Call Final Disposition").orElse(null),
            stamps);
    return new Reading(row, findings);
  }

  private Map<Stamp, LocalDateTime> localTimes(RawRow raw, Set<String> findings) {
    Map<Stamp, LocalDateTime> times = new EnumMap<>(Stamp.class);
    for (Stamp stamp : Stamp.values()) {
      Optional<String> text = text(raw, stamp.column());
      if (text.isEmpty()) {
        continue;
      }
      Optional<LocalDateTime> time = LocalTimes.parse(text.get());
      if (time.isEmpty() || time.get().getYear() < 1900) {
        findings.add("unreadable-time");
      } else {
        times.put(stamp, time.get());
      }
    }
    return times;
  }

  private static Map<Stamp, Instant> instants(
      Map<Stamp, LocalDateTime> local, Set<String> findings) {
    Map<Stamp, Instant> stamps = new EnumMap<>(Stamp.class);
    Instant before = null;
    for (Map.Entry<Stamp, LocalDateTime> one : local.entrySet()) {
      before = TIMES.instant(one.getValue(), before, findings::add);
      stamps.put(one.getKey(), before);
    }
    return stamps;
  }

  private static void reportStamps(Map<Stamp, Instant> stamps, Set<String> findings) {
    for (Stamp stamp : Stamp.values()) {
      if (stamp.isExpected() && !stamps.containsKey(stamp)) {
        findings.add("missing-" + stamp.word());
      }
    }
    stamps.forEach((earlier, at) ->
        stamps.forEach((later, then) -> {
          if (earlier.compareTo(later) < 0 && then.isBefore(at)) {
            findings.add(later.word() + "-before-" + earlier.word());
          }
        }));
  }

  private static void refuseIfMissing(
      Optional<String> value, String finding, Set<String> findings) {
    if (value.isEmpty()) {
      findings.add(finding);
    }
  }

  private Optional<String> name(RawRow raw, String column) {
    return text(raw, column)
        .map(text -> text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME));
  }

  private Optional<String> text(RawRow raw, String column) {
    Integer place = places.get(column);
    String value = place == null ? null : raw.values().get(place);
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
