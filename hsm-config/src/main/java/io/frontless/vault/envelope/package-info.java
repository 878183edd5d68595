/**
 * Envelope encryption without a container: what a ciphertext is bound to, how it is opened, and how long opened keys are kept.
 * It knows no tables and no token; the vault gives it stored bytes and a way to unwrap a key.
 * Apart, so that its cost is measured beside bare AES-256-GCM in one process.
 */
@NullMarked
package io.frontless.vault.envelope;

import org.jspecify.annotations.NullMarked;
