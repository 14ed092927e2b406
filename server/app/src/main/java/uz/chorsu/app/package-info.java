/// The entry of Chorsu: configuration, constructors, start and stop order, the embedded parts and
/// the programs beside them.
@NullMarked
package uz.chorsu.app;

import org.jspecify.annotations.NullMarked;
