/// Past incidents of other systems, imported row by row into tables of their own. Contradictions
/// are kept and named, never repaired.
@NullMarked
package uz.chorsu.command.history;

import org.jspecify.annotations.NullMarked;
