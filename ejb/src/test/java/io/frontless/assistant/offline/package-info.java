/**
 * Tests of the offline planner: tables of sentences and what they propose, over workspaces of three kinds.
 * Records come from a fake that keeps them in memory and compares them as the port says.
 * A proposal is compared as one line of text, so that a table shows all of it.
 */
@NullMarked
package io.frontless.assistant.offline;

import org.jspecify.annotations.NullMarked;
