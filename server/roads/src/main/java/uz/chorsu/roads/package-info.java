/// The road network of the city, read from OpenStreetMap data: snapping, travel times, closures and
/// address search. {@link CityImport} turns a map file into a city folder, {@link Roads} opens it.
@NullMarked
package uz.chorsu.roads;

import org.jspecify.annotations.NullMarked;
