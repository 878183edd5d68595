/**
 * The schema over REST.
 * Reads only: a change of the schema is a plan.
 * Decides nothing.
 */
@NullMarked
package io.frontless.schema.boundary;

import org.jspecify.annotations.NullMarked;
