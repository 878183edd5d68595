package io.frontless.vault.hsm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real SoftHSM tokens, made once per run and before the library's first look, because it sees none made later. */
final class TestTokens {

    static final String LABEL = "frontless-test";
    static final String EMPTY = "empty";
    static final List<String> OTHERS = List.of(EMPTY, "another", "frontless-test-2");

    private static final Path UNPACKED = Path.of(System.getProperty("frontless.softhsm", ".frontless/softhsm"));

    /** Made at first use, so that a machine without SoftHSM skips and does not fail. */
    private static final class Once {
        static final TestTokens TOKENS = new TestTokens(SoftHsm.find(UNPACKED).orElseThrow());
    }

    final SoftHsm softHsm;
    final SoftToken softToken;
    final Path pinFile;
    final Path securityOfficerPinFile;
    final String firstCeremony;

    private TestTokens(SoftHsm softHsm) {
        this.softHsm = softHsm;
        this.softToken = new SoftToken(Path.of(System.getenv(SoftToken.VARIABLE), ".."));
        try {
            clear(softToken.directory());
            softToken.prepare();
            pinFile = Files.writeString(softToken.directory().resolve("pin"), "user-pin-4711\n");
            securityOfficerPinFile = Files.writeString(softToken.directory().resolve("so-pin"), "officer-pin-0815\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OTHERS.forEach(this::initialise);
        firstCeremony = ceremony().perform();
    }

    static TestTokens orSkip() {
        Assumptions.assumeTrue(
                SoftHsm.find(UNPACKED).isPresent(),
                "SoftHSM is not here: apt-get install softhsm2, or ./frontless test, which unpacks it");
        return Once.TOKENS;
    }

    TokenSettings settings() {
        return settings(LABEL);
    }

    TokenSettings settings(String label) {
        return new TokenSettings(softHsm.library(), label, pinFile);
    }

    KeyCeremony ceremony() {
        return new KeyCeremony(softHsm, softToken, settings(), securityOfficerPinFile);
    }

    SoftHsmProgram program() {
        return new SoftHsmProgram(softHsm, softToken);
    }

    private void initialise(String label) {
        try (Pin officer = Pin.read(securityOfficerPinFile);
                Pin user = Pin.read(pinFile)) {
            program().initialise(label, officer, user);
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
