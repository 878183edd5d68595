/**
 * The benchmark: the product and, in the same run on the same database, what the database could do for somebody who is no product.
 * One class per line of the table behind {@link Benchmark}, listed in {@link BenchProgram}.
 * Its JVM is the load generator; the product runs in a process of its own, started as a person starts it.
 */
@NullMarked
package io.frontless.bench;

import org.jspecify.annotations.NullMarked;
