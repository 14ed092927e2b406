/// The handlers of the REST operations, one class for each noun.
@NullMarked
package uz.chorsu.api.routes;

import org.jspecify.annotations.NullMarked;
