@NullMarked
package io.frontless.outbound.control;

import org.jspecify.annotations.NullMarked;
