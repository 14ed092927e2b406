/// Readers for the formats of OpenStreetMap files. They accept elements in any order and say where
/// a broken file is broken.
@NullMarked
package uz.chorsu.roads.osm;

import org.jspecify.annotations.NullMarked;
