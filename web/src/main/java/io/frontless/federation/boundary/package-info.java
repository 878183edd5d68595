/**
 * Ways in by others: the road to an OpenID provider and back, the pages about it, and SCIM, by which a directory provisions people.
 * Nothing here tells whether an account exists.
 */
@NullMarked
package io.frontless.federation.boundary;

import org.jspecify.annotations.NullMarked;
