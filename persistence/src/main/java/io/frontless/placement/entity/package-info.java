/**
 * How a workspace's rows get from one database into another, and where the installation keeps which one it lives in.
 * The only code that connects as the owner of the tables; row-level security is forced, so it works in one workspace's context like any other.
 * Used only by the mover.
 */
@NullMarked
package io.frontless.placement.entity;

import org.jspecify.annotations.NullMarked;
