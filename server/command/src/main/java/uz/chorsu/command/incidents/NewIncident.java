package uz.chorsu.command.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An incident about to be opened.
///
/// @param typeCode null while unknown
/// @param priority null: as the plan says
/// @param receivedAt event time, already checked
public record NewIncident(
    @Nullable String typeCode,
    @Nullable String subtypeCode,
    @Nullable Integer priority,
    Where where,
    Instant receivedAt) {}
