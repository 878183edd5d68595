/**
 * How a workspace knows people by others: the OpenID providers it relies on, who comes in by them, and the directory that is provisioned.
 * What a provider says is worth something in its own workspace and nowhere else.
 */
@NullMarked
package io.frontless.federation.control;

import org.jspecify.annotations.NullMarked;
