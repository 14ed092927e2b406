package uz.chorsu.command.plans;

import org.jspecify.annotations.Nullable;

/// A name as it is shown, in the three languages of the desk.
///
/// @param en English, always there
/// @param ru Russian
/// @param uz Uzbek in Latin letters
public record Names(String en, @Nullable String ru, @Nullable String uz) {}
