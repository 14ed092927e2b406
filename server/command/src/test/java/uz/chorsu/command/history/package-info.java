@NullMarked
package uz.chorsu.command.history;

import org.jspecify.annotations.NullMarked;
