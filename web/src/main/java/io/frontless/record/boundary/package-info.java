/**
 * Pages that show tables, records, their history, and the import of files.
 * Values, changes and plans are put into words here, once for every page.
 * Pages change nothing themselves: they hand a plan to the gateway.
 */
@NullMarked
package io.frontless.record.boundary;

import org.jspecify.annotations.NullMarked;
