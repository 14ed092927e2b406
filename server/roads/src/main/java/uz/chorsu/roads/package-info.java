/// The road network of the city, read from OpenStreetMap data: snapping, travel times, closures and
/// address search.
@NullMarked
package uz.chorsu.roads;

import org.jspecify.annotations.NullMarked;
