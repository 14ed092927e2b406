/// What the base map shows: one class for each layer of the vector tiles, and the table of them
/// all. `docs/reference/tiles.md` is that table for readers.
@NullMarked
package uz.chorsu.tiles.layers;

import org.jspecify.annotations.NullMarked;
