/// How the simulated city and the replay programs knock on Chorsu's doors: plain HTTP with
/// idempotency keys and the live feed. Nothing here knows more than any outside client.
@NullMarked
package uz.chorsu.sim.client;

import org.jspecify.annotations.NullMarked;
