/// Makes the base map of the city from the same OpenStreetMap file, in a short-lived process of its
/// own.
@NullMarked
package uz.chorsu.tiles;

import org.jspecify.annotations.NullMarked;
