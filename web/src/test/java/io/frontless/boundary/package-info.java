/**
 * Tests of what every boundary shares.
 * What clients are told of the API must be what the API does.
 * No container is needed: the resource classes and the description are enough.
 */
@NullMarked
package io.frontless.boundary;

import org.jspecify.annotations.NullMarked;
