/// The live feed: one follower of the journal, one clock for positions, many viewers.
@NullMarked
package uz.chorsu.api.live;

import org.jspecify.annotations.NullMarked;
