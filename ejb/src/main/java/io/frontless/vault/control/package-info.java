/**
 * Secrets and keys: the only place where cryptography is done.
 * Workspace keys are wrapped by the root key inside the HSM; with it away the vault fails closed and the rest serves.
 * A secret never leaves as text, in a log or in an event.
 */
@NullMarked
package io.frontless.vault.control;

import org.jspecify.annotations.NullMarked;
