package io.frontless.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private final Notice notice = new Notice();

    @Test
    void aFindingIsToldAtItsField() {
        notice.refused(Rejection.invalid("email", "a business address", "nina"));

        assertThat(notice.at("email")).isEqualTo("Expected a business address, found nina.");
        assertThat(notice.beside("name email")).isFalse();
        assertThat(notice.beside("name")).isTrue();
    }

    @Test
    void aConflictSaysWhatToDo() {
        notice.refused(Rejection.conflict("version", "1", 2));

        assertThat(notice.getMessage()).isEqualTo("Version: expected 1, found 2.");
        assertThat(notice.getAdvice()).contains("ask again");
    }

    @Test
    void aMessageIsASentence() {
        notice.refused(new Rejection(Reason.DENIED, "the address or the password is wrong"));

        assertThat(notice.getMessage()).isEqualTo("The address or the password is wrong.");
        assertThat(notice.getAdvice()).isEmpty();
    }

    @Test
    void nothingRefusedIsNothingToTell() {
        assertThat(notice.beside("")).isFalse();
        assertThat(notice.at("email")).isEmpty();
    }
}
