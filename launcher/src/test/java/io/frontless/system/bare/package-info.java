/**
 * The server without the product's application: a small one takes its place that does nothing by itself.
 * So its tests see what the server and its listener do, which the product's own pages would hide.
 * Launcher, settings and everything else are the product's.
 */
@NullMarked
package io.frontless.system.bare;

import org.jspecify.annotations.NullMarked;
