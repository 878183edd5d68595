package io.frontless.mail.boundary;

import io.frontless.mail.control.Mail;

/** A message with its text cut around its link, so that the link can be followed. */
public record MailText(Mail mail) {

    /** The link, or nothing. */
    public String link() {
        return mail.link().filter(mail.text()::contains).orElse("");
    }

    /** The text before the link; all of it where there is none. */
    public String start() {
        return link().isEmpty()
                ? mail.text()
                : mail.text().substring(0, mail.text().indexOf(link()));
    }

    /** The text after the link. */
    public String end() {
        return link().isEmpty() ? "" : mail.text().substring(start().length() + link().length());
    }
}
