package uz.chorsu.command.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Local times of a file become instants.
///
/// When clocks go back, an hour comes twice: the first of the two is taken, unless that would be
/// before the row's preceding stamp. When clocks go forward, an hour is missing: a time in it is
/// read as if the clock had not been put forward yet. Both are reported.
final class LocalTimes {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MM/dd/uuuu hh:mm:ss a", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  static Optional<LocalDateTime> parse(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, FORMAT));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// @param before the row's preceding stamp; null if there is none
  /// @param report gets `ambiguous-local-time` or `nonexistent-local-time`
  Instant instant(LocalDateTime time, @Nullable Instant before, Consumer<String> report) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      report.accept("nonexistent-local-time");
      ZoneOffsetTransition gap = zone.getRules().getTransition(time);
      return time.toInstant(gap.getOffsetBefore());
    }
    Instant first = time.toInstant(offsets.getFirst());
    if (offsets.size() == 1) {
      return first;
    }
    report.accept("ambiguous-local-time");
    return before != null && first.isBefore(before) ? time.toInstant(offsets.getLast()) : first;
  }
}
