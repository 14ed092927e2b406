/// The HTTP face for people: REST under /api/v1, the live feed, the browser side's files and the
/// OpenAPI description.
@NullMarked
package uz.chorsu.api;

import org.jspecify.annotations.NullMarked;
