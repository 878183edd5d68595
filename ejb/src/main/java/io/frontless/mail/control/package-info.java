/**
 * Delivers the outbox's mail: to an SMTP server, or into the development mailbox where none is configured.
 * Nothing is sent before the transaction that promised it has committed.
 * A failed delivery is tried again later.
 */
@NullMarked
package io.frontless.mail.control;

import org.jspecify.annotations.NullMarked;
