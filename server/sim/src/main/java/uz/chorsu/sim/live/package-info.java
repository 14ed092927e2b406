/// The living part of the simulated city: people who call, a desk that dispatches their calls,
/// crews that drive and press their buttons.
@NullMarked
package uz.chorsu.sim.live;

import org.jspecify.annotations.NullMarked;
