/**
 * Who may do what where: the caller, the roles, and the context that the database isolates rows by.
 * Every session bean that reads or writes a workspace's rows enters it first, through one interceptor.
 * Without a context the database shows nothing.
 */
@NullMarked
package io.frontless.workspace.control;

import org.jspecify.annotations.NullMarked;
