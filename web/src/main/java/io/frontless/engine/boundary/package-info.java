/**
 * Plans over REST: proposed, previewed, executed, discarded, undone.
 * Reads JSON strictly and writes it in one form.
 * Decides nothing: the gateway does.
 */
@NullMarked
package io.frontless.engine.boundary;

import org.jspecify.annotations.NullMarked;
