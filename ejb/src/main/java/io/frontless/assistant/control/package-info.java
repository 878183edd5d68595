/**
 * Words to proposals: a planner proposes, it never executes and never sees a secret.
 * Planners stand behind one port; the offline planner needs no key and no network.
 * What a proposal would do is computed by the engine, not here.
 */
@NullMarked
package io.frontless.assistant.control;

import org.jspecify.annotations.NullMarked;
