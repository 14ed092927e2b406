/// Units on incidents: dispatching, steps and late entries. Two dispatchers never get the same
/// unit.
@NullMarked
package uz.chorsu.command.assignments;

import org.jspecify.annotations.NullMarked;
