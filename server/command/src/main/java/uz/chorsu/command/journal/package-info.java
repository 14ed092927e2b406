/// What happened, append-only, in the order of commits. Followers read it and never miss a row.
@NullMarked
package uz.chorsu.command.journal;

import org.jspecify.annotations.NullMarked;
