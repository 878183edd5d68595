package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SoftHSM's tokens are made in two steps, and a power cut may come between them. */
class BrokenInitialisationTest {

    private static final String LABEL = "half";

    /** Attributes of SoftHSM's own. */
    private static final int TOKEN_FLAGS = 0x8000534b;

    private static final int USER_PIN = 0x8000534d;
    private static final int USER_PIN_INITIALIZED = 8;

    private final TestTokens tokens = TestTokens.orSkip();

    private final Path directory;

    BrokenInitialisationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** What a start does, in a process whose SoftHSM looks into the directory. */
    static final class Start {
        public static void main(String[] args) {
            SoftToken softToken = new SoftToken(Path.of(args[0]));
            SoftHsm softHsm = new SoftHsm(Path.of(args[1]), Path.of(args[2]));
            TokenSettings settings = new TokenSettings(softHsm.library(), LABEL, Path.of(args[3]));
            SoftTokenMaker maker =
                    new SoftTokenMaker(softHsm, softToken, Path.of(args[4]), Boolean.parseBoolean(args[5]));
            try {
                System.out.print(new KeyCeremony(settings, maker).ready().line());
            } catch (TokenException e) {
                System.out.print(e.reason() + ": " + e.message());
            }
        }
    }

    @Test
    void tokenThatWasMadeWithoutAUserPinIsMadeAnew() throws Exception {
        SoftToken softToken = new SoftToken(directory.resolve("token"));
        softToken.prepare();
        SoftHsmProgram program = new SoftHsmProgram(tokens.softHsm, softToken);
        try (Pin officer = new PinSource.InFile(tokens.securityOfficerPinFile).read();
                Pin user = new PinSource.InFile(tokens.pinFile).read()) {
            program.initialise(LABEL, officer, user);
        }
        backToTheFirstStep(softToken);
        assertThat(program.slots()).contains(new SoftHsmProgram.Slot(LABEL, false));

        String said = start(softToken, false);

        assertThat(said)
                .startsWith(
                        "token 'half': initialised again, as the first time was broken off; root key frontless-root-1");
        assertThat(program.slots()).contains(new SoftHsmProgram.Slot(LABEL, true));
        assertThat(start(softToken, false)).isEqualTo("token 'half': holds root key frontless-root-1");
    }

    @Test
    void tokenThatIsGoneIsNotReplacedByAnEmptyOne() throws Exception {
        SoftToken softToken = new SoftToken(directory.resolve("token"));

        String said = start(softToken, false);

        assertThat(said).startsWith("TOKEN_MISSING: token 'half' is gone").contains("bring it back");
        assertThat(new SoftHsmProgram(tokens.softHsm, softToken).slots()).isEmpty();
    }

    @Test
    void otherMechanismsAndAttributesAreReadFromWhatTheProviderPrints() {
        TokenFacts facts = TokenFacts.in("""
                Token info for token in slot 7:
                  label: mine                           \s
                  manufacturerID: Maker
                  model: Box
                  serialNumber: 0815
                  flags: CKF_RNG | CKF_USER_PIN_FINAL_TRY
                  firmwareVersion: 7.08
                Mechanism CKM_AES_GCM:
                  ulMinKeySize: 16
                  ulMaxKeySize: 32
                  flags: 769 = CKF_HW | CKF_ENCRYPT
                Mechanism CKM_NOTHING:
                  ulMinKeySize: 0
                  ulMaxKeySize: 0
                  flags: 0
                """);

        assertThat(facts.label()).isEqualTo("mine");
        assertThat(facts.serial()).isEqualTo("0815");
        assertThat(facts.firmware()).isEqualTo("7.08");
        assertThat(facts.has("CKF_USER_PIN_FINAL_TRY")).isTrue();
        assertThat(facts.can("CKM_AES_GCM", "CKF_ENCRYPT")).isTrue();
        assertThat(facts.can("CKM_AES_GCM", "CKF_DECRYPT")).isFalse();
        assertThat(facts.mechanisms()).containsOnlyKeys("CKM_AES_GCM", "CKM_NOTHING");
        assertThat(facts.can("CKM_NOTHING", "CKF_SIGN")).isFalse();
    }

    @Test
    void flagsThatHoldMoreThanWasSetStillTellWhatWas() {
        TokenFacts facts = TokenFacts.in("""
                Mechanism CKM_AES_GCM:
                  ulMinKeySize: 16
                  ulMaxKeySize: 32
                  flags: -3186313499621981440 = CKF_ENCRYPT | CKF_DECRYPT | CKF_EXTENSION
                """);

        assertThat(facts.can("CKM_AES_GCM", "CKF_ENCRYPT")).isTrue();
    }

    @Test
    void mechanismThatIsNeededAndMissingIsNamed() {
        Capabilities hsmMakesIv = new Capabilities(Capabilities.GcmIv.TOKEN, true, true, true, false, true);
        Capabilities hardlyAny = new Capabilities(Capabilities.GcmIv.NOBODY, false, false, false, false, false);

        hsmMakesIv.require(RootMechanism.AES_CBC_HMAC);
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> hsmMakesIv.require(RootMechanism.AES_GCM))
                .withMessageContaining("its IV is made by the token")
                .withMessageContaining("frontless.vault.root-mechanism=aes-cbc-hmac")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MECHANISM_MISSING));
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> hardlyAny.require(RootMechanism.AES_CBC_HMAC))
                .withMessageContainingAll("AES-CBC", "HMAC-SHA-256", "ECDSA");
    }

    @Test
    void whatSoftHsmCanDoIsSeen() {
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            assertThat(token.capabilities())
                    .isEqualTo(new Capabilities(Capabilities.GcmIv.CALLER, true, true, true, true, true));
            assertThat(token.facts().manufacturer()).isEqualTo("SoftHSM project");
            assertThat(token.facts().serial()).hasSize(16);
        }
    }

    /** SoftHSM writes the user PIN last, and a flag that there is one: without both the token is as the first step leaves it. */
    private static void backToTheFirstStep(SoftToken softToken) throws IOException {
        try (Stream<Path> all = Files.walk(softToken.directory())) {
            Path file = all.filter(each -> each.endsWith("token.object"))
                    .findFirst()
                    .orElseThrow();
            byte[] content = Files.readAllBytes(file);
            int flags = find(content, TOKEN_FLAGS) + 23;
            content[flags] &= ~USER_PIN_INITIALIZED;
            Files.write(file, Arrays.copyOf(content, find(content, USER_PIN)));
        }
    }

    private static int find(byte[] content, int attribute) {
        for (int i = 0; i + 8 <= content.length; i++) {
            if (ByteBuffer.wrap(content, i, 8).getLong() == Integer.toUnsignedLong(attribute)) {
                return i;
            }
        }
        throw new IllegalStateException("SoftHSM no longer keeps a token's attributes as it did");
    }

    private String start(SoftToken softToken, boolean mayMake) throws Exception {
        return run(
                softToken,
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName(),
                        softToken.directory().toString(),
                        tokens.softHsm.library().toString(),
                        tokens.softHsm.program().toString(),
                        tokens.pinFile.toString(),
                        tokens.securityOfficerPinFile.toString(),
                        Boolean.toString(mayMake)));
    }

    private static String run(SoftToken softToken, ProcessBuilder builder) throws Exception {
        builder.redirectErrorStream(true);
        builder.environment().put(SoftToken.VARIABLE, softToken.configuration().toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
