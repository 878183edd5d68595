package io.frontless.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address can register, and the one form it is kept in. */
class BusinessAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@works.example, ada@works.example",
        "' Ada@Works.Example ', ada@works.example",
        "ada@works.example., ada@works.example",
        "a.b+c@x-y.works.example, a.b+c@x-y.works.example",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@notgmail.com, ada@notgmail.com",
        "ada@gmail.com.works.example, ada@gmail.com.works.example"
    })
    void businessAddressHasOneForm(String given, String kept) {
        assertThat(BusinessAddress.require(given, BusinessAddress.Said.NOTHING)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@gmail.com",
                "ADA@GMAIL.COM",
                "ada@gmail.com.",
                "ada@gmx.de",
                "ada@mail.gmx.de",
                "ada@mailinator.com",
                "ada@inbox.mailinator.com",
                "ada+invoices@gmail.com",
                "ada@ｇｍａｉｌ.com",
                "ada@gmail。com",
                "ada@0-mail.com"
            })
    void privateAndDisposableAddressesAreRefused(String given) {
        assertThatThrownBy(() -> BusinessAddress.require(given, BusinessAddress.Said.NOTHING))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
                    assertThat(rejection.details().get(0).expected()).isEqualTo("a business address");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@works.example",
                "ada@works",
                "ada@-works.example",
                "ada@works..example",
                "ada lovelace@works.example",
                "ada@works.example\r\nBcc: x@y.example",
                "a@b@works.example",
                "\"ada\"@works.example",
                "ada@[127.0.0.1]",
                "<ada@works.example>",
                "ada@works.example,b@works.example"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThatThrownBy(() -> BusinessAddress.require(given, BusinessAddress.Said.NOTHING))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void addressIsBounded() {
        assertThatThrownBy(
                        () -> BusinessAddress.require("a".repeat(65) + "@works.example", BusinessAddress.Said.NOTHING))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() ->
                        BusinessAddress.require("a@" + "b.".repeat(130) + "example", BusinessAddress.Said.NOTHING))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void whatTheAdministratorSaysComesBeforeTheListsAndTheMostSpecificDecides() {
        var said = new BusinessAddress.Said(Set.of("gmail.com", "sales.rival.example"), Set.of("rival.example"));

        assertThat(BusinessAddress.require("ada@gmail.com", said)).isEqualTo("ada@gmail.com");
        assertThat(BusinessAddress.require("ada@sales.rival.example", said)).isEqualTo("ada@sales.rival.example");
        for (String refused : List.of("ada@rival.example", "ada@mail.rival.example", "ada@yahoo.com")) {
            assertThatThrownBy(() -> BusinessAddress.require(refused, said)).isInstanceOf(Rejection.class);
        }
    }
}
