/**
 * People: registration with a business address, verification, sign-in, sessions, founding a workspace.
 * Stands above the engine, because what changes here is an operation too.
 * Known and unknown accounts get the same answers.
 */
@NullMarked
package io.frontless.identity.control;

import org.jspecify.annotations.NullMarked;
