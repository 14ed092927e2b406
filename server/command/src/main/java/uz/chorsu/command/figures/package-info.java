/// Counts and intervals: the line of figures above the desk, the performance of a period over lived
/// and imported incidents, and the board that is kept on paper.
@NullMarked
package uz.chorsu.command.figures;

import org.jspecify.annotations.NullMarked;
