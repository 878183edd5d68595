/** Tests of this package without a server or a database: they need nothing but the classes themselves. */
@NullMarked
package io.frontless.kernel;

import org.jspecify.annotations.NullMarked;
