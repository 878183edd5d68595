/** Connections to other services over REST, and on their page. */
@NullMarked
package io.frontless.connection.boundary;

import org.jspecify.annotations.NullMarked;
