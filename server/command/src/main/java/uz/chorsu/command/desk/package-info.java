/// What every part of the desk shares: who acts, one change as one transaction, pages and checks of
/// what comes in.
@NullMarked
package uz.chorsu.command.desk;

import org.jspecify.annotations.NullMarked;
