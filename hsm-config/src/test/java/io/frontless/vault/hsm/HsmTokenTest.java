package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsmTokenTest {

    private final TestTokens tokens = TestTokens.orSkip();

    private final Path directory;

    HsmTokenTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void opensTheTokenWithTheLabelAmongOthers() {
        assertThat(tokens.program().labels()).contains(TestTokens.LABEL).containsAll(TestTokens.OTHERS);

        try (HsmToken token = HsmToken.open(tokens.settings())) {
            assertThat(token.aliases()).contains("frontless-root-1", "frontless-token-1");
        }
        try (HsmToken other = HsmToken.open(tokens.settings(TestTokens.EMPTY))) {
            assertThat(other.aliases()).isEmpty();
        }
    }

    @Test
    void namesTheLabelsThereAreWhenTheTokenIsMissing() {
        TokenSettings settings = tokens.settings("lost");

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> HsmToken.open(settings))
                .withMessageContaining("'lost'")
                .withMessageContaining("'another'")
                .withMessageContaining("'frontless-test'")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOKEN_MISSING))
                .withNoCause();
    }

    @Test
    void refusesAWrongPinAndStillAcceptsTheRightOne() throws IOException {
        Path wrong = TestTokens.privateFile(directory.resolve("pin"), "wrong-pin");
        TokenSettings settings = new TokenSettings(tokens.softHsm.library(), TestTokens.LABEL, wrong);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> HsmToken.open(settings))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PIN_WRONG))
                .withMessageNotContaining("wrong-pin")
                .withNoCause();

        HsmToken.open(tokens.settings()).close();
    }

    @Test
    void tellsThatTheLibraryIsMissing() {
        TokenSettings settings = new TokenSettings(directory.resolve("lib.so"), TestTokens.LABEL, tokens.pinFile);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> HsmToken.open(settings))
                .withMessageContaining("lib.so is not there")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LIBRARY_MISSING));
    }

    @Test
    void tellsThatTheLibraryCannotBeLoaded() throws IOException {
        Path noLibrary = Files.writeString(directory.resolve("a #odd name.so"), "no library");
        TokenSettings settings = new TokenSettings(noLibrary, TestTokens.LABEL, tokens.pinFile);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> HsmToken.open(settings))
                .withMessageContaining("cannot be loaded")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LIBRARY_MISSING));
    }

    @Test
    void tellsThatThePinFileIsMissing() {
        TokenSettings settings =
                new TokenSettings(tokens.softHsm.library(), TestTokens.LABEL, directory.resolve("no-pin"));

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> HsmToken.open(settings))
                .withMessageContaining("no-pin")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PIN_MISSING));
    }

    @Test
    void tellsThatThereIsNoRootKeyYet() {
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.EMPTY))) {
            assertThatExceptionOfType(TokenException.class)
                    .isThrownBy(token::rootKey)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.KEY_MISSING));
        }
    }

    @Test
    void leavesStandardOutputAsItWasAndPrintsNothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream watched = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(watched);
        try {
            HsmToken.open(tokens.settings()).close();

            assertThat(System.out).isSameAs(watched);
            assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        } finally {
            System.setOut(before);
        }
    }
}
