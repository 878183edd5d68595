/**
 * The way in: registration, sign-in, and who asks in which workspace, for pages and REST alike.
 * Every page's permission is checked here before the page runs.
 * What goes wrong leaves as a page without a stack trace.
 */
@NullMarked
package io.frontless.identity.boundary;

import org.jspecify.annotations.NullMarked;
