package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void eachSecretIsAFileThatOnlyItsOwnerMayReadAndWrite() throws IOException {
        new Secrets(folder).provide();

        for (Secret secret : Secret.values()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(secret.fileName())))
                    .as(secret.fileName())
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void secretsDifferFromEachOtherAndHave32Bytes() {
        Secrets secrets = new Secrets(folder);

        assertThat(Arrays.stream(Secret.values()).map(secrets::text)).doesNotHaveDuplicates();
        assertThat(secrets.bytes(Secret.CONTEXT_KEY)).hasSize(32);
    }

    @Test
    void secretThatWasMadeStays() {
        String made = new Secrets(folder).text(Secret.APP_PASSWORD);

        assertThat(new Secrets(folder).text(Secret.APP_PASSWORD)).isEqualTo(made);
    }
}
