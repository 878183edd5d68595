/**
 * The append-only log of every change, the refused attempts, and the outbox of effects that wait for a commit.
 * Only the engine appends events.
 * What is written here is never changed.
 */
@NullMarked
package io.frontless.event.control;

import org.jspecify.annotations.NullMarked;
