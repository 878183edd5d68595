/**
 * How approvals are stored.
 * Used only inside its component.
 * Rows are kept apart by workspace here and again by the database's row-level security.
 */
@NullMarked
package io.frontless.approval.entity;

import org.jspecify.annotations.NullMarked;
