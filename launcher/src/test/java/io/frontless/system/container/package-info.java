/**
 * Lets Arquillian deploy into the real product: the same distribution, launcher, database and token as anywhere else.
 * All in-container tests share one product and one deployment, since each start takes some ten seconds.
 * The tests themselves are in {@link io.frontless.system.inside}.
 */
@NullMarked
package io.frontless.system.container;

import org.jspecify.annotations.NullMarked;
