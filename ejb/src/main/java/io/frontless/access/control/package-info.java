/**
 * Who may do what in a workspace: its own roles, which members have which, and the handlers that change both.
 * Nobody gives more than they have, and the last owner stays one.
 * What a role allows is kept by the workspace, below everything that asks for it.
 */
@NullMarked
package io.frontless.access.control;

import org.jspecify.annotations.NullMarked;
