/// The words of Chorsu: ids, places, units of measure and the states of an incident, as records and
/// sealed types. No input or output and no framework, so that every room may import it.
@NullMarked
package uz.chorsu.model;

import org.jspecify.annotations.NullMarked;
