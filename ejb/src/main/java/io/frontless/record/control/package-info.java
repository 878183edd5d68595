/**
 * The records of a workspace: the handlers that change them and the one query that reads them.
 * A record's values live in JSON, and again in typed columns where they are filtered, sorted, unique or references.
 * Import of files is a plan of ordinary operations.
 */
@NullMarked
package io.frontless.record.control;

import org.jspecify.annotations.NullMarked;
