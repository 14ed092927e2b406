package uz.chorsu.command.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uz.chorsu.model.Refused;

/// The one check of event times that people and devices send.
public final class Times {
  /// Emergency numbers keep no computer records older than this; an older time is a broken clock.
  public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /// What a desk's clock may be ahead of the server's.
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private Times() {}

  /// @param at null means now
  /// @return microseconds at most, as PostgreSQL keeps them
  /// @throws Refused if it is more than 5 minutes ahead of the clock or before 1990
  public static Instant check(String field, @Nullable Instant at, Instant now) {
    return check(field, at, now, AHEAD);
  }

  /// @param ahead how far it may be ahead of the clock
  public static Instant check(String field, @Nullable Instant at, Instant now, Duration ahead) {
    if (at == null) {
      return now;
    }
    if (at.isAfter(now.plus(ahead))) {
      throw new Refused(
          field, "at most " + ahead.toSeconds() + " seconds ahead of the clock", at.toString());
    }
    if (at.isBefore(EARLIEST)) {
      throw new Refused(field, "not before 1990", at.toString());
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
