/** Tests of the development mailbox's page. */
@NullMarked
package io.frontless.mail.boundary;

import org.jspecify.annotations.NullMarked;
