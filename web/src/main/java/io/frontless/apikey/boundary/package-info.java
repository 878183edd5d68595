/**
 * API keys over REST and in the portal, and the exchange of keys for tokens.
 * A secret is in one answer and nowhere else; nothing of it is kept in a page's state or a browser's history.
 */
@NullMarked
package io.frontless.apikey.boundary;

import org.jspecify.annotations.NullMarked;
