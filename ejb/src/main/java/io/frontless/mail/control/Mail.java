package io.frontless.mail.control;

import java.time.Instant;
import java.util.Optional;

/** A mail in the development mailbox; {@code link} is the first web address in its text. */
public record Mail(String id, String to, String subject, Instant sentAt, String text, Optional<String> link) {}
