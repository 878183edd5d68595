/**
 * The one way out: every HTTP call of the product to anywhere goes through here, and only to hosts that an administrator lists.
 * An address is looked up once, checked, and that very address is connected to; the name is then verified by TLS.
 * Whatever comes back is bounded in time and size.
 */
@NullMarked
package io.frontless.outbound.control;

import org.jspecify.annotations.NullMarked;
