/**
 * How an endpoint says which permission it needs.
 * Pages and REST resources carry the same annotation.
 * An endpoint without one is not served.
 */
@NullMarked
package io.frontless.workspace.boundary;

import org.jspecify.annotations.NullMarked;
