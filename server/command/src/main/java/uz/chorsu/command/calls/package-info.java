/// Somebody asks for help: calls as they are taken, later facts, suggested duplicates.
@NullMarked
package uz.chorsu.command.calls;

import org.jspecify.annotations.NullMarked;
