/// What the city knows about its places: closed roads, the location file, and the stations and
/// units that a city without a fleet begins with.
@NullMarked
package uz.chorsu.command.places;

import org.jspecify.annotations.NullMarked;
