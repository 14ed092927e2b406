package uz.chorsu.command.incidents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.journal.Recorded;

/// One line of what happened, in the shape of the API.
public record TimelineEntry(
    long seq,
    Instant at,
    Instant recordedAt,
    String kind,
    String actor,
    String text,
    @Nullable Map<String, Object> data) {

  public static TimelineEntry of(Recorded row) {
    return new TimelineEntry(
        row.seq(), row.at(), row.recordedAt(), row.kind(), row.actor(), row.text(), row.data());
  }
}
