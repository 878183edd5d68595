package io.frontless.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.mail.control.Mail;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTextTest {

    @Test
    void theTextIsCutAroundItsLink() {
        MailText text =
                new MailText(mail("open https://localhost/confirm now", Optional.of("https://localhost/confirm")));

        assertThat(text.start()).isEqualTo("open ");
        assertThat(text.link()).isEqualTo("https://localhost/confirm");
        assertThat(text.end()).isEqualTo(" now");
    }

    @Test
    void aTextWithoutALinkIsWhole() {
        MailText text = new MailText(mail("hello", Optional.empty()));

        assertThat(text.start()).isEqualTo("hello");
        assertThat(text.link()).isEmpty();
        assertThat(text.end()).isEmpty();
    }

    private static Mail mail(String text, Optional<String> link) {
        return new Mail("1", "nina@northwind.example", "Confirm", Instant.EPOCH, text, link);
    }
}
