/// How a request becomes a typed exchange and an answer becomes bytes: routes by operation id,
/// strict reading, problem details, idempotency, limits. Knows nothing of calls or units.
@NullMarked
package uz.chorsu.api.http;

import org.jspecify.annotations.NullMarked;
