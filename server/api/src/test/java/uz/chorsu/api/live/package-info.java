@NullMarked
package uz.chorsu.api.live;

import org.jspecify.annotations.NullMarked;
