/**
 * Approvals over REST and as a page: asked for, looked at, decided, taken back.
 * Whoever decides sees the preview that the plan's person saw.
 * Decides nothing: the gateway does.
 */
@NullMarked
package io.frontless.approval.boundary;

import org.jspecify.annotations.NullMarked;
