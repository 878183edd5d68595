/**
 * Tells the operator whether the vault is open.
 * It is the only part of the vault that the world outside can ask for anything.
 * It answers up or down and never a key's name.
 */
@NullMarked
package io.frontless.vault.boundary;

import org.jspecify.annotations.NullMarked;
