package uz.chorsu.command.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.plans.Names;

/// What a port is told: whom to wake, where to go and what it is. Working data only; never who
/// called, what was said or any note.
///
/// @param alertId a port that has it already ignores a repeat
/// @param receiptPath where the device says that it arrived, below the address of Chorsu
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertMessage(
    UUID alertId, String receiptPath, Instant dispatchedAt, UnitToWake unit, WhereToGo incident) {

  record UnitToWake(String callSign, String kind, String agency, @Nullable String station) {}

  /// @param priority 1 is the most urgent
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WhereToGo(
      String number,
      String typeCode,
      @Nullable String subtypeCode,
      Names typeName,
      int priority,
      int alarmLevel,
      @Nullable String address,
      @Nullable Double lat,
      @Nullable Double lon) {}
}
