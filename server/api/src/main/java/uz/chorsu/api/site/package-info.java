/// What is served beside the API: the browser side's files, the base map, the description, health
/// and metrics.
@NullMarked
package uz.chorsu.api.site;

import org.jspecify.annotations.NullMarked;
