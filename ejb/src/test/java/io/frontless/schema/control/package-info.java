@NullMarked
package io.frontless.schema.control;

import org.jspecify.annotations.NullMarked;
