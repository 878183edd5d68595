/** Certificates for servers that tests run and the product calls. */
@NullMarked
package io.frontless.tls;

import org.jspecify.annotations.NullMarked;
