/**
 * What one person may not do alone: asked for by whoever proposes it, approved or refused by another, and counted when the plan is executed.
 * Each of these is an operation with its event; the engine's gate asks whether one stands.
 * One person decides; there are neither delegations nor escalations.
 */
@NullMarked
package io.frontless.approval.control;

import org.jspecify.annotations.NullMarked;
