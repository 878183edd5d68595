/**
 * Rows of the other services that a workspace works with: their providers, what is connected at which level, what was granted for it, and browsers on
 * their way to agree. Tokens are in the vault.
 */
@NullMarked
package io.frontless.connection.entity;

import org.jspecify.annotations.NullMarked;
