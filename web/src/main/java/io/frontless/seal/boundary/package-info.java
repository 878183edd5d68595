/**
 * What proves the log, over REST: keys, heads, proofs and exports.
 * Hashes are in hexadecimal, as docs/event-format.md has them.
 * Decides nothing.
 */
@NullMarked
package io.frontless.seal.boundary;

import org.jspecify.annotations.NullMarked;
