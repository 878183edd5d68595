/** Tests of API keys without a server. */
@NullMarked
package io.frontless.apikey.control;

import org.jspecify.annotations.NullMarked;
