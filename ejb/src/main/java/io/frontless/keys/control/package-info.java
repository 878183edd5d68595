/**
 * The keys of workspaces and of the installation as people know them: which there are, their rotation and their destruction as operations.
 * The vault makes and opens keys; this component decides who may have that done, and writes it down, as well as every use of a secret.
 * It works through what was sealed by old keys in the background.
 */
@NullMarked
package io.frontless.keys.control;

import org.jspecify.annotations.NullMarked;
