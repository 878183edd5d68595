/**
 * How invitations are stored.
 * Used only inside its component; others hold ids and see views.
 * Rows are kept apart by workspace here and again by the database's row-level security.
 */
@NullMarked
package io.frontless.access.entity;

import org.jspecify.annotations.NullMarked;
