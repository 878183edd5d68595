/** Tests of what can be judged of an OAuth provider's answers without one. */
@NullMarked
package io.frontless.connection.control;

import org.jspecify.annotations.NullMarked;
