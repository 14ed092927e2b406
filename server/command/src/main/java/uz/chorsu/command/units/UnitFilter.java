package uz.chorsu.command.units;

import org.jspecify.annotations.Nullable;

/// Which units a list has; null means all.
///
/// @param prefix start of the call sign, without regard to case
/// @param afterCallSign the last one of the page before
public record UnitFilter(
    @Nullable String agency,
    @Nullable String kind,
    @Nullable UnitStatus status,
    @Nullable String prefix,
    @Nullable String afterCallSign) {
  public static final UnitFilter ALL = new UnitFilter(null, null, null, null, null);
}
