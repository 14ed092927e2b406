/// Invents a city: from a seed, a plan of rings, avenues, mahallas, a river and everything that a
/// dispatcher needs to find, written as OpenStreetMap data. Nothing in it exists.
@NullMarked
package uz.chorsu.sim.city;

import org.jspecify.annotations.NullMarked;
