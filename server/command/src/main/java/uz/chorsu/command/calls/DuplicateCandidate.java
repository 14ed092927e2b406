package uz.chorsu.command.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open incident that may be the same, in the shape of the API. A person decides.
///
/// @param reason one sentence
public record DuplicateCandidate(
    UUID incidentId,
    String number,
    String typeCode,
    @Nullable String address,
    @Nullable Double distanceMetres,
    long ageSeconds,
    String reason) {}
