/**
 * How the Merkle trees over the logs are stored: leaves, the roots of full subtrees, signed heads, and how far each workspace is sealed.
 * Used only inside its component; what it reads of the logs it reads as their proofs see it.
 * Rows are kept apart by workspace here and again by the database's row-level security.
 */
@NullMarked
package io.frontless.seal.entity;

import org.jspecify.annotations.NullMarked;
