/// The fleet: units, stations, status, positions and the crew's emergency button.
@NullMarked
package uz.chorsu.command.units;

import org.jspecify.annotations.NullMarked;
