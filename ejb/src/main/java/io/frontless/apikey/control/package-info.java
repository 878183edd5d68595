/**
 * API keys: how programs get into a workspace, with the rights of one role and perhaps a budget of rows.
 * A key's secret is told once and kept as a hash; it is exchanged for tokens that the HSM signs and that last for minutes.
 * What a token may do is looked up at each request, so that revoking a key or changing its role takes effect at once.
 */
@NullMarked
package io.frontless.apikey.control;

import org.jspecify.annotations.NullMarked;
