/**
 * The only code that opens a token: PKCS#11 provider templates, the login, the root key, and the key ceremony.
 * Finds the token by its label at each start, and answers every failure with a reason instead of PKCS#11 codes.
 * Templates are resources in {@code pkcs11/}, one per make of HSM, which say what a new one must mind.
 */
@NullMarked
package io.frontless.vault.hsm;

import org.jspecify.annotations.NullMarked;
