/**
 * Checks a log against its Merkle tree, its signed heads and what witnesses have kept of them, without anything of ours running.
 * Reads an export, or a database by a connection that only reads; knows no key but public ones.
 * Tells the first place where something was changed, is missing, was added or has forked.
 */
@NullMarked
package io.frontless.verifier;

import org.jspecify.annotations.NullMarked;
