/**
 * How accounts, registrations and sessions are stored; people stand above workspaces.
 * Used only inside its component; others hold ids and see views.
 * Rows are kept apart by workspace here and again by the database's row-level security.
 */
@NullMarked
package io.frontless.identity.entity;

import org.jspecify.annotations.NullMarked;
