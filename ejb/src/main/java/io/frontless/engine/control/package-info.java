/**
 * The one door for a state change: a plan is previewed, stored, executed exactly as previewed, and logged.
 * Only the gateway calls the engine, only the engine applies handlers and appends events.
 * What a plan would do is computed here, never by who proposed it.
 */
@NullMarked
package io.frontless.engine.control;

import org.jspecify.annotations.NullMarked;
