package uz.chorsu.command.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.chorsu.command.incidents.Location;

/// A call in a list, in the shape of the API: phone masked, name and words left out.
public record CallSummary(
    UUID id,
    UUID incidentId,
    CallKind kind,
    @Nullable String typeCode,
    @Nullable String subtypeCode,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String address,
    @Nullable Location location,
    @Nullable String callerPhoneMasked,
    Instant receivedAt,
    Instant recordedAt,
    @Nullable String takenBy,
    int version) {}
