/**
 * What every OAuth 2.1 client of the product shares: where a provider is asked, how we name ourselves to it, and how a browser is sent there.
 * Who uses it decides what an answer is worth: federation for signing in, connection for working with other services.
 */
@NullMarked
package io.frontless.oauth.control;

import org.jspecify.annotations.NullMarked;
