/**
 * The event log over REST.
 * An event is written exactly as customers were promised.
 * Decides nothing.
 */
@NullMarked
package io.frontless.event.boundary;

import org.jspecify.annotations.NullMarked;
