/**
 * Tests that run inside the deployed application, with its own beans, transactions and data source.
 * Everything in this package is put into a web module of the application that is deployed for them.
 * They share its database with each other, so each makes a workspace of its own and assumes nothing else.
 */
@NullMarked
package io.frontless.system.inside;

import org.jspecify.annotations.NullMarked;
