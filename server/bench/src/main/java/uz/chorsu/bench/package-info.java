/// Measures Chorsu from outside: benchmarks with a peer or a raw limit beside them, and the long
/// bad days.
@NullMarked
package uz.chorsu.bench;

import org.jspecify.annotations.NullMarked;
