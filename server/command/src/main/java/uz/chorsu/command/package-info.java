/// Calls, incidents, units, assignments, recommendation, response plans and the journal of what
/// happened. People's decisions live here, in one PostgreSQL schema.
@NullMarked
package uz.chorsu.command;

import org.jspecify.annotations.NullMarked;
