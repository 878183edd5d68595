/** Tests of what proves the log. */
@NullMarked
package io.frontless.proof;

import org.jspecify.annotations.NullMarked;
