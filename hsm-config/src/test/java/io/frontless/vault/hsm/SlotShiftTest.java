package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotShiftTest {

    private static final byte[] AAD = "place".getBytes(StandardCharsets.UTF_8);

    private final TestTokens tokens = TestTokens.orSkip();

    private final Path elsewhere;

    SlotShiftTest(@TempDir Path elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** What the other process does: opens the token where it is now and unwraps what was wrapped where it was. */
    static final class Unwrap {
        public static void main(String[] args) {
            TokenSettings settings = new TokenSettings(Path.of(args[0]), args[1], Path.of(args[2]));
            try (HsmToken token = HsmToken.open(settings)) {
                byte[] key = token.rootKey().unwrap(HexFormat.of().parseHex(args[3]), AAD);
                System.out.print(new String(key, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void theTokenIsFoundWhereverItsSlotHasMoved() throws Exception {
        List<String> before = tokens.program().labels().stream()
                .filter(label -> !label.equals(TestTokens.EMPTY))
                .toList();
        String last = before.get(before.size() - 1);
        String wrapped = wrapIn(last);

        SoftToken moved = copyWithout(before.get(0));

        assertThat(new SoftHsmProgram(tokens.softHsm, moved).labels())
                .contains(last)
                .hasSizeLessThan(tokens.program().labels().size());
        assertThat(unwrapIn(moved, last, wrapped)).isEqualTo("it is me");
    }

    private String wrapIn(String label) {
        try (HsmToken token = HsmToken.open(tokens.settings(label))) {
            RootKey root =
                    token.rootKeys().find().orElseGet(() -> token.rootKeys().create());
            return HexFormat.of().formatHex(root.wrap("it is me".getBytes(StandardCharsets.UTF_8), AAD));
        }
    }

    private SoftToken copyWithout(String label) throws Exception {
        SoftToken copy = new SoftToken(elsewhere.resolve("a copy"));
        copy.prepare();
        Path from = tokens.softToken.directory().resolve("tokens");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.skip(1).toList()) {
                Files.copy(path, copy.directory().resolve("tokens").resolve(from.relativize(path)));
            }
        }
        String module = tokens.softHsm.library().toString();
        String program = tokens.softHsm.program().toString();
        assertThat(run(copy, program, "--module", module, "--delete-token", "--token", label))
                .contains("deleted");
        return copy;
    }

    private String unwrapIn(SoftToken softToken, String label, String wrapped) throws Exception {
        TokenSettings settings = tokens.settings(label);
        return run(
                softToken,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Unwrap.class.getName(),
                settings.library().toString(),
                settings.tokenLabel(),
                tokens.pinFile.toString(),
                wrapped);
    }

    private static String run(SoftToken softToken, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(SoftToken.VARIABLE, softToken.configuration().toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
