/**
 * The operator's way to where workspaces live.
 * It knows no session: the token in the product's own secrets opens it, which the command line reads.
 * What it asks for is done by the mover, and told by asking again.
 */
@NullMarked
package io.frontless.placement.boundary;

import org.jspecify.annotations.NullMarked;
