package uz.chorsu.command.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One unit on one incident with its stamps; or an incident that no unit was sent to, then without
/// unit. Rows of one incident come one after the other.
///
/// @param incident distinguishes incidents over all sources
/// @param agency of the incident's most urgent part
/// @param unit distinguishes units over all sources
/// @param available null when it is not known
record UnitTimes(
    String incident,
    Instant received,
    @Nullable Instant entry,
    String type,
    @Nullable String agency,
    @Nullable String unit,
    @Nullable Instant dispatch,
    @Nullable Instant enRoute,
    @Nullable Instant onScene,
    @Nullable Instant available) {}
