/**
 * What leaves the log, and what is taken out of it, by order of those who answer for it: exports to sinks, redaction, retention and legal holds.
 * Each is an operation with its event; what follows from it is done in the background.
 * What the log proves of it is in the {@code seal} component.
 */
@NullMarked
package io.frontless.audit.control;

import org.jspecify.annotations.NullMarked;
