@NullMarked
package uz.chorsu.command.figures;

import org.jspecify.annotations.NullMarked;
