package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path HOME = Path.of("/opt/frontless");

    @Test
    void withoutArgumentsItListensOnThisMachineOnlyAndKeepsItsDataBesideTheProgram() {
        Options options = Options.parse(List.of(), Map.of(), HOME);

        assertThat(options)
                .isEqualTo(new Options(Path.of("/opt/frontless/data"), "127.0.0.1", 8443, false, false, false, false));
        assertThat(options.publicUrl()).isEqualTo("https://localhost:8443");
    }

    @Test
    void argumentWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("FRONTLESS_DATA", "/srv/environment");

        assertThat(Options.parse(List.of(), environment, HOME).data()).isEqualTo(Path.of("/srv/environment"));
        assertThat(Options.parse(List.of("--data", "/srv/argument"), environment, HOME)
                        .data())
                .isEqualTo(Path.of("/srv/argument"));
    }

    @Test
    void newSigningKeyIsMadeOnlyWhereItIsAskedFor() {
        assertThat(Options.parse(List.of("--new-signing-key"), Map.of(), HOME).newSigningKey())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pin 1234", "--pin=1234", "--so-pin 1234", "--user-pin=1234", "-pin 1234"})
    void pinOnTheCommandLineIsRefusedWithTheReasonAndNotRepeated(String arguments) {
        List<String> words = List.of(arguments.split(" ", -1));

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.parse(words, Map.of(), HOME))
                .withMessageContaining("everybody on this machine can read it")
                .withMessageNotContaining("1234");
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> CeremonyOptions.parse(words, Map.of(), HOME))
                .withMessageContaining("never taken from the command line");
    }

    @Test
    void ceremonyKnowsWhoIsPresentAndTakesNoLineBreakForAName() {
        CeremonyOptions options = CeremonyOptions.parse(
                List.of("--verify", "--present", "Ada Lovelace", "--present", "Grace Hopper"), Map.of(), HOME);

        assertThat(options.verify()).isTrue();
        assertThat(options.present()).containsExactly("Ada Lovelace", "Grace Hopper");
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> CeremonyOptions.parse(List.of("--present", "Ada\nresult: fine"), Map.of(), HOME))
                .withMessageContaining("one line");
    }

    @ParameterizedTest
    @CsvSource({
        "--port many, '--port: expected a number, found \"many\".'",
        "--port 0, '--port: expected a number from 1 to 65535, found 0.'",
        "--port 65536, '--port: expected a number from 1 to 65535, found 65536.'",
        "--port, '--port: expected a value, found none.'",
        "--colour blue, 'Unknown option --colour; \"help\" lists those there are.'"
    })
    void mistakeIsNamedWithWhatWasExpected(String arguments, String line) {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.parse(List.of(arguments.split(" ", -1)), Map.of(), HOME))
                .withMessage(line);
    }
}
