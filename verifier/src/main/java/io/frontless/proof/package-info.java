/**
 * The format of what proves the event log, and nothing else: canonical text, hashes, Merkle trees and tree heads (docs/event-format.md).
 * Pure, of the JDK alone, and without keys, so that the sealer, the exports and the verifier that needs nothing of ours share it.
 * A released version of the format is never changed: a new one gets a new name.
 */
@NullMarked
package io.frontless.proof;

import org.jspecify.annotations.NullMarked;
