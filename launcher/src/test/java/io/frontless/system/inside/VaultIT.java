package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.vault.control.Vault;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Secrets under the workspace's key, and that under the root key of the real token. */
class VaultIT extends InsideApplication {
    private static final String PURPOSE = "mailbox.password";
    private static final String CLEAR = "correct horse battery staple";

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    Vault vault;

    @Inject
    Ids ids;

    @Test
    void secretIsReadBackForItsPurpose() {
        UUID workspace = bench.found().workspaceId();
        UUID secret = keep(workspace, CLEAR);

        assertThat(use(workspace, secret, PURPOSE)).isEqualTo(CLEAR);
    }

    @Test
    void secretIsNotThereForAnotherPurposeWorkspaceOrId() {
        UUID workspace = bench.found().workspaceId();
        UUID other = bench.found().workspaceId();
        UUID secret = keep(workspace, CLEAR);

        assertThat(refusal(() -> use(workspace, secret, "other")).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> use(other, secret, PURPOSE)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> use(workspace, ids.get(), PURPOSE)).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void storedBytesDoNotContainTheSecretAndDifferEachTime() {
        UUID workspace = bench.found().workspaceId();
        UUID one = keep(workspace, CLEAR);
        UUID same = keep(workspace, CLEAR);

        String stored = stored(workspace, one);

        assertThat(stored).doesNotContain(hex(CLEAR)).doesNotContain(hex(CLEAR.substring(0, 8)));
        assertThat(stored.substring(24)).isNotEqualTo(stored(workspace, same).substring(24));
    }

    @Test
    void everyFlippedBitOfTheStoredBytesIsNoticed() {
        UUID workspace = bench.found().workspaceId();
        UUID secret = keep(workspace, CLEAR);
        String stored = stored(workspace, secret);
        int last = stored.length() / 2 - 1;

        for (int index : new int[] {0, 11, 12, last / 2, last}) {
            byte[] bytes = HexFormat.of().parseHex(stored);
            bytes[index] ^= 1;
            store(workspace, secret, HexFormat.of().formatHex(bytes));

            assertThat(refusal(() -> use(workspace, secret, PURPOSE)).reason())
                    .as("byte " + index)
                    .isEqualTo(Reason.SEALED);
        }
        store(workspace, secret, stored.substring(0, 40));
        assertThat(refusal(() -> use(workspace, secret, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
        store(workspace, secret, stored);
        assertThat(use(workspace, secret, PURPOSE)).isEqualTo(CLEAR);
    }

    @Test
    void secretMovedToAnotherRowDoesNotOpen() {
        UUID workspace = bench.found().workspaceId();
        UUID one = keep(workspace, CLEAR);
        UUID other = keep(workspace, "another secret");

        store(workspace, other, stored(workspace, one));

        assertThat(refusal(() -> use(workspace, other, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
    }

    @Test
    void secretAndKeyMovedToAnotherWorkspaceDoNotOpen() {
        UUID workspace = bench.found().workspaceId();
        UUID other = bench.found().workspaceId();
        UUID secret = keep(workspace, CLEAR);
        UUID moved = keep(other, "another secret");

        store(other, moved, stored(workspace, secret));
        Reason withoutKey = refusal(() -> use(other, moved, PURPOSE)).reason();
        String key = wrappedKey(workspace);
        ownerDatabase.in(
                other,
                connection -> WorkspaceDatabase.change(
                        connection, "update workspace_key set wrapped_key = decode(?, 'hex')", key));

        assertThat(withoutKey).isEqualTo(Reason.SEALED);
        assertThat(refusal(() -> use(other, moved, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
    }

    @Test
    void wrappedKeyIsNotTheKey() throws GeneralSecurityException {
        UUID workspace = bench.found().workspaceId();
        byte[] wrapped = HexFormat.of().parseHex(wrappedKey(workspace));
        byte[] stored = HexFormat.of().parseHex(stored(workspace, keep(workspace, CLEAR)));

        assertThat(wrapped).hasSizeGreaterThan(32);
        for (int from = 0; from + 32 <= wrapped.length; from++) {
            byte[] candidate = Arrays.copyOfRange(wrapped, from, from + 32);
            assertThat(new String(opened(candidate, stored), StandardCharsets.UTF_8))
                    .doesNotContain(CLEAR);
        }
    }

    @Test
    void openerOfGcmWithoutItsTagOpensWhatItsKeyEncrypted() throws GeneralSecurityException {
        byte[] key = new byte[32];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
        byte[] encrypted = cipher.doFinal(CLEAR.getBytes(StandardCharsets.UTF_8));
        byte[] stored = new byte[12 + encrypted.length];
        System.arraycopy(encrypted, 0, stored, 12, encrypted.length);

        assertThat(new String(opened(key, stored), StandardCharsets.UTF_8)).startsWith(CLEAR);
    }

    /** AES-GCM is AES in counter mode from 2 on (NIST SP 800-38D §7.1); without the tag a wrong key gives noise and no error. */
    private static byte[] opened(byte[] key, byte[] stored) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(stored, 16);
        counter[12] = 0;
        counter[13] = 0;
        counter[14] = 0;
        counter[15] = 2;
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
        return cipher.doFinal(stored, 12, stored.length - 12);
    }

    private UUID keep(UUID workspace, String secret) {
        return database.done(
                workspace, connection -> vault.keep(workspace, PURPOSE, secret.getBytes(StandardCharsets.UTF_8)));
    }

    private String use(UUID workspace, UUID secret, String purpose) {
        return database.tried(
                workspace,
                connection ->
                        vault.use(workspace, secret, purpose, clear -> new String(clear, StandardCharsets.UTF_8)));
    }

    private String stored(UUID workspace, UUID secret) {
        return database.tried(
                workspace,
                connection -> WorkspaceDatabase.text(
                        connection, "select encode(ciphertext, 'hex') from secret where secret_id = ?", secret));
    }

    private void store(UUID workspace, UUID secret, String hex) {
        int changed = ownerDatabase.in(
                workspace,
                connection -> WorkspaceDatabase.change(
                        connection,
                        "update secret set ciphertext = decode(?, 'hex') where secret_id = ?",
                        hex,
                        secret));
        assertThat(changed).isEqualTo(1);
    }

    private String wrappedKey(UUID workspace) {
        return database.tried(
                workspace,
                connection ->
                        WorkspaceDatabase.text(connection, "select encode(wrapped_key, 'hex') from workspace_key"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
