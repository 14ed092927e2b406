package uz.chorsu.command.plans;

/// Numbers that a city may want to change.
///
/// @param freshGpsSeconds a GPS fix not older than this is where the unit is
/// @param staleGpsSeconds a GPS fix older than this counts for nothing
/// @param doubtPerMinuteSeconds how much farther a unit counts for each minute that its place is
///   older than `freshGpsSeconds`; only in the order of units, never in the time shown
/// @param alternativesPerNeed how many next-best units are offered for each need
/// @param unacknowledgedSeconds after which a top-priority alert rings at the desk
/// @param topPriority this and more urgent (smaller) priorities are top
/// @param takeFromSavesSeconds a unit on the way elsewhere is proposed only if it comes at least
///   this much earlier than the free one
/// @param duplicateMetres how near a call must be to be suggested as a duplicate
/// @param duplicateSeconds how old an incident may be to be suggested as one
public record Limits(
    int freshGpsSeconds,
    int staleGpsSeconds,
    int doubtPerMinuteSeconds,
    int alternativesPerNeed,
    int unacknowledgedSeconds,
    int topPriority,
    int takeFromSavesSeconds,
    int duplicateMetres,
    int duplicateSeconds) {}
