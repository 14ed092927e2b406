package uz.chorsu.command.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One alert to one port, in the shape of the API.
///
/// @param port name in the plan, or `crew-page` for the crew's phone
/// @param sentAt the port took it
/// @param receivedAt the device or the crew said that it arrived
/// @param problem why the last attempt failed
public record Alert(
    UUID id,
    UUID assignmentId,
    UUID incidentId,
    UUID unitId,
    String callSign,
    String port,
    State state,
    int attempts,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable Instant receivedAt,
    @Nullable String problem) {

  /// How far it has come.
  public enum State {
    WAITING,
    SENT,
    RECEIVED,
    FAILED;

    /// As in the API and the database.
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
