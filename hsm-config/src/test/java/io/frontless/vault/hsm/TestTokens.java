package io.frontless.vault.hsm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AuthProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real SoftHSM tokens, made once per run and before the library's first look, because it sees none made later. */
final class TestTokens {

    static final String LABEL = "frontless-test";
    static final String EMPTY = "empty";
    static final String SPARE = "spare";
    static final List<String> OTHERS = List.of(EMPTY, "another", "frontless-test-2", SPARE);

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
            pinFile = privateFile(softToken.directory().resolve("pin"), "user-pin-4711\n");
            securityOfficerPinFile = privateFile(softToken.directory().resolve("so-pin"), "officer-pin-0815\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OTHERS.forEach(this::initialise);
        firstCeremony = ceremony().ready().line();
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

    TokenSettings settings(String label, RootMechanism mechanism) {
        return new TokenSettings(softHsm.library(), label, new PinSource.InFile(pinFile), HsmMake.SOFTHSM2, mechanism);
    }

    void login(AuthProvider provider, String label) {
        TokenFacts unknown = new TokenFacts(label, "", "", "", "", Set.of(), Map.of());
        new TokenLogin(provider, unknown, settings(label)).login(false);
    }

    /** A file that only its owner may read. */
    static Path privateFile(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    KeyCeremony ceremony() {
        return new KeyCeremony(softHsm, softToken, settings(), securityOfficerPinFile);
    }

    SoftHsmProgram program() {
        return new SoftHsmProgram(softHsm, softToken);
    }

    private void initialise(String label) {
        try (Pin officer = new PinSource.InFile(securityOfficerPinFile).read();
                Pin user = new PinSource.InFile(pinFile).read()) {
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
