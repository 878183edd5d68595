/**
 * Seals the logs: builds the Merkle tree of each workspace's events and refused attempts, signs its heads by the HSM, and gives them to witnesses.
 * Works behind the commits and beside them; nothing waits for it.
 * What proves what is in the {@code proof} package, which the verifier shares.
 */
@NullMarked
package io.frontless.seal.control;

import org.jspecify.annotations.NullMarked;
