/** Tests of how values, changes and plans are put into words. */
@NullMarked
package io.frontless.record.boundary;

import org.jspecify.annotations.NullMarked;
