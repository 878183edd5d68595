/**
 * What becomes of the log, over REST: export sinks, legal holds and retention.
 * They are changed by plans.
 * Decides nothing.
 */
@NullMarked
package io.frontless.audit.boundary;

import org.jspecify.annotations.NullMarked;
