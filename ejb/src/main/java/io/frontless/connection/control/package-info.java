/**
 * Other services that a workspace works with, as an OAuth 2.1 client of them: who provides them, what is connected at which level, and tokens that are renewed by one at a time.
 * Tokens are in the vault and nowhere else; an access token is handed only to the action that uses it.
 */
@NullMarked
package io.frontless.connection.control;

import org.jspecify.annotations.NullMarked;
