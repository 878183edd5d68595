/**
 * The development mailbox, where mail waits while no mail server is configured.
 * It needs no sign-in, since the first mail is what makes signing in possible.
 * With a mail server it does not exist.
 */
@NullMarked
package io.frontless.mail.boundary;

import org.jspecify.annotations.NullMarked;
