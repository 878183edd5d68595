/**
 * Planners with a model: what a model is told, how the three kinds of servers are spoken to, and how its answer is read.
 * It is assumed to be owned by an attacker: nothing of its answer is believed that the product can find out by itself.
 * What is sent is written down before it is sent, and counted against the workspace's budget.
 */
@NullMarked
package io.frontless.assistant.model;

import org.jspecify.annotations.NullMarked;
