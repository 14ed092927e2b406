/// Incidents and their parts: states, notes, benchmarks, checklists, merging and closing.
@NullMarked
package uz.chorsu.command.incidents;

import org.jspecify.annotations.NullMarked;
