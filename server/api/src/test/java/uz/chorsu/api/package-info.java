@NullMarked
package uz.chorsu.api;

import org.jspecify.annotations.NullMarked;
