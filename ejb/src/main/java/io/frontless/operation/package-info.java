/**
 * The vocabulary of change: every state change of the product is one of these operations, with a declared inverse.
 * Pure data that knows only the JDK and the kernel; what an operation means is told by its handler.
 * A released name or parameter is never renamed or reused: plans and events are kept for years.
 */
@NullMarked
package io.frontless.operation;

import org.jspecify.annotations.NullMarked;
