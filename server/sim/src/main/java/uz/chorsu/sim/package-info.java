/// A living, invented city: its streets, its people who call and its crews who drive. It knocks on
/// the same public doors as everybody else.
@NullMarked
package uz.chorsu.sim;

import org.jspecify.annotations.NullMarked;
