/** Tests of the way in. */
@NullMarked
package io.frontless.identity.boundary;

import org.jspecify.annotations.NullMarked;
