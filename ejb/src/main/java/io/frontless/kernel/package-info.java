/**
 * The words everything else is written in: identifiers, limits, who acts, and how a request is refused.
 * It depends on nothing but the JDK and the JSON API, and holds no state.
 * Time, identifiers and randomness are taken from here so that tests can hold them still.
 */
@NullMarked
package io.frontless.kernel;

import org.jspecify.annotations.NullMarked;
