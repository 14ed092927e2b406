/// Programs that play real files through the public API: calls one after another, or a whole
/// history.
@NullMarked
package uz.chorsu.sim.replay;

import org.jspecify.annotations.NullMarked;
