/**
 * Tests of the REST API against the running product, with nothing but HTTP and JSON: what a client of a customer's would do.
 * Every class registers people and founds workspaces of its own, and looks at the stored rows as the administrator.
 * Refusals are looked at as closely as answers.
 */
@NullMarked
package io.frontless.system.rest;

import org.jspecify.annotations.NullMarked;
