/// Personal text under lock: sealed before it reaches the database, with a key that lies elsewhere,
/// so that it can be destroyed by destroying the key.
@NullMarked
package uz.chorsu.command.seal;

import org.jspecify.annotations.NullMarked;
