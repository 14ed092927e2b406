@NullMarked
package uz.chorsu.api.http;

import org.jspecify.annotations.NullMarked;
