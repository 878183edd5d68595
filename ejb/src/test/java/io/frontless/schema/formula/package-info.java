@NullMarked
package io.frontless.schema.formula;

import org.jspecify.annotations.NullMarked;
