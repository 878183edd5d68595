/**
 * Starts the product as one process: data directory, PostgreSQL, migration, token, Payara Micro, the application.
 * Each step is a class; whatever can be missing is told in one line, and everything that was started is stopped again.
 * It also builds the distribution that it runs from, and holds the system tests.
 */
@NullMarked
package io.frontless.launcher;

import org.jspecify.annotations.NullMarked;
