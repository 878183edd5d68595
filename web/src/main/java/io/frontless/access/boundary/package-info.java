/**
 * Roles and members over REST and as a page.
 * Reads only: whatever changes them is a plan.
 * Decides nothing.
 */
@NullMarked
package io.frontless.access.boundary;

import org.jspecify.annotations.NullMarked;
