/**
 * How export sinks, legal holds and archives are stored, and what redaction and retention ask of the log.
 * Used only inside its component.
 * Rows are kept apart by workspace here and again by the database's row-level security.
 */
@NullMarked
package io.frontless.audit.entity;

import org.jspecify.annotations.NullMarked;
