package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Path directory;

    SettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " padded", "padded ", "für", "tab\there", "123456789012345678901234567890123"})
    void refusesALabelThatNoTokenCanHave(String label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenSettings(Path.of("/lib.so"), label, Path.of("/pin")))
                .withMessageContaining("tokenLabel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "12345678901234567890123456789012"})
    void acceptsALabelThatATokenCanHave(String label) {
        assertThatCode(() -> new TokenSettings(Path.of("/lib.so"), label, Path.of("/pin")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesPathsThatDependOnTheWorkingDirectoryOrBreakTheTemplate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenSettings(Path.of("lib.so"), "a", Path.of("/pin")))
                .withMessageContaining("library");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenSettings(Path.of("/lib.so"), "a", Path.of("pin")))
                .withMessageContaining("pinFile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenSettings(Path.of("/lib\"\nname = x"), "a", Path.of("/pin")))
                .withMessageContaining("library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "two words", "two\nlines", "pässword"})
    void refusesAPinFileThatHoldsNoPin(String content) throws IOException {
        Path file = TestTokens.privateFile(directory.resolve("pin"), content);

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> new PinSource.InFile(file).read())
                .withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PIN_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void refusesAPinFileThatOthersMayReadOrWrite(String rights) throws IOException {
        Path file = TestTokens.privateFile(directory.resolve("pin"), "1234");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> new PinSource.InFile(file).read())
                .withMessageContaining("chmod 600 " + file)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PIN_MISSING));
    }

    @Test
    void takesThePinFromAVariableOfTheEnvironment() {
        try (Pin pin = new PinSource.InVariable("FRONTLESS_TEST_PIN").read()) {
            assertThat(pin.bytes()).asString().isEqualTo("0001password");
        }
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> new PinSource.InVariable("FRONTLESS_NO_PIN").read())
                .withMessageContaining("FRONTLESS_NO_PIN is not set");
    }

    @Test
    void aPinThatWasTypedElsewhereIsNotThere() {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> PinSource.Asked.elsewhere().read())
                .withMessageContaining("start again to type it");
    }

    @Test
    void aClosedPinIsGone() throws IOException {
        Pin pin = new PinSource.InFile(TestTokens.privateFile(directory.resolve("pin"), "1234\r\n")).read();
        assertThat(pin.bytes()).asString().isEqualTo("1234");

        pin.close();

        assertThat(pin.bytes()).containsOnly(0);
    }

    @Test
    void refusesTheEnvironmentOfAnotherToken() {
        SoftToken softToken = new SoftToken(directory);
        String expected = "SOFTHSM2_CONF=" + directory.resolve("softhsm2.conf");

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> softToken.requireIn(Map.of()))
                .withMessageContainingAll(expected, "found none");
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> softToken.requireIn(Map.of("SOFTHSM2_CONF", "/etc/softhsm/softhsm2.conf")))
                .withMessageContainingAll(expected, "/etc/softhsm");
        softToken.requireIn(Map.of("SOFTHSM2_CONF", directory + "/./softhsm2.conf"));
    }

    @Test
    void acceptsTheSameConfigurationThroughALink() throws IOException {
        SoftToken softToken = new SoftToken(directory.resolve("token"));
        softToken.prepare();
        Path link = Files.createSymbolicLink(directory.resolve("link"), softToken.directory());

        assertThatCode(() -> softToken.requireIn(Map.of("SOFTHSM2_CONF", link + "/softhsm2.conf")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesADirectoryThatSoftHsmMisreads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftToken(directory.resolve("number #1")))
                .withMessageContaining("number #1");
    }

    @Test
    void findsSoftHsmWhereItsPackagesWereUnpacked() throws IOException {
        assertThat(SoftHsm.under(directory)).isEmpty();

        Path program = Files.createDirectories(directory.resolve("usr/bin")).resolve("softhsm2-util");
        Files.createFile(program);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path library = directory.resolve("usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so");
        Files.createDirectories(library.getParent());
        Files.createFile(library);

        assertThat(SoftHsm.under(directory)).contains(new SoftHsm(library, program));
    }

    @ParameterizedTest
    @EnumSource
    void everyMakeHasATemplateWithNothingLeftToFillIn(HsmMake make) {
        String configuration = make.configuration(Path.of("/opt/lib.so"), 3);

        assertThat(HsmMake.of(make.text())).isEqualTo(make);
        assertThat(configuration)
                .startsWith("--")
                .contains(
                        "library = \"/opt/lib.so\"", "slotListIndex = 3", "showInfo = true", "CKA_EXTRACTABLE = false")
                .doesNotContain("= @");
    }

    @Test
    void refusesAMakeAndAMechanismThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HsmMake.of("abacus"))
                .withMessageContaining("frontless.vault.hsm: expected one of softhsm2, luna, nshield");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootMechanism.of("rot13"))
                .withMessage("frontless.vault.root-mechanism: expected aes-gcm or aes-cbc-hmac, found rot13");
    }
}
