/**
 * Where workspaces live: in the shared database, or in one of their own to which the installation's operator moves them and back.
 * One mover copies, compares and changes the directory; whatever happens meanwhile, a workspace lives in one database.
 * The databases and the operator's token come from the configuration; no person and no plan can name them.
 */
@NullMarked
package io.frontless.placement.control;

import org.jspecify.annotations.NullMarked;
