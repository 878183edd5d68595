/**
 * What every boundary shares: who asks and may they, bodies read strictly, answers and problems in one form.
 * Belongs to no component, so that the boundaries of all of them can use it.
 * An endpoint that does not say which permission it needs is not served.
 */
@NullMarked
package io.frontless.boundary;

import org.jspecify.annotations.NullMarked;
