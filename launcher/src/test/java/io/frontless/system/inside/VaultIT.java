package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.kernel.VaultRef;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UseSecret;
import io.frontless.vault.control.SealedSecret;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Secrets under the workspace's key, and that under the root key of the real token. */
class VaultIT extends InsideApplication {
    private static final String PURPOSE = "mailbox.password";
    private static final Actor WHO = new Actor(Actor.Kind.CONNECTION, new UUID(0, 7), "Mailbox");
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

    @Inject
    EventQueries events;

    @Test
    void useIsWrittenDownWithWhoWhyAndWhenAndWithoutTheSecret() {
        Place place = bench.found();
        VaultRef secret = keep(place.workspaceId(), CLEAR);

        use(secret, PURPOSE);

        EventView event = bench.lastEvent(place.owner());
        assertThat(event.action()).isEqualTo("secret.use");
        assertThat(event.actor()).isEqualTo(WHO);
        assertThat(event.after()).isEqualTo(Map.of("key", secret.secretId().toString(), "label", PURPOSE));
        assertThat(bench.log(place.owner()).toString()).doesNotContain(CLEAR);
    }

    @Test
    void useStaysWrittenDownWhateverBecomesOfTheAction() {
        Place place = bench.found();
        VaultRef secret = keep(place.workspaceId(), CLEAR);

        assertThatThrownBy(() -> database.done(
                        place.workspaceId(),
                        connection -> vault.use(WHO, secret, PURPOSE, open -> {
                            throw new IllegalStateException("the other host did not answer");
                        })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bench.lastEvent(place.owner()).action()).isEqualTo("secret.use");
    }

    @Test
    void whatWasFoundIsOpenedOutsideOfAnyTransaction() {
        Place place = bench.found();
        VaultRef secret = keep(place.workspaceId(), CLEAR);

        SealedSecret sealed = database.tried(place.workspaceId(), connection -> vault.find(secret, PURPOSE));

        assertThat(vault.<String>use(WHO, sealed, VaultIT::text)).isEqualTo(CLEAR);
        assertThat(sealed.toString()).doesNotContain(CLEAR);
    }

    @Test
    void replacedAndForgottenSecretsAreGone() {
        UUID workspace = bench.found().workspaceId();
        VaultRef secret = keep(workspace, CLEAR);

        database.<Object>done(workspace, connection -> {
            vault.replace(secret, PURPOSE, Secret.ofText("the next one"));
            return secret;
        });
        String replaced = use(secret, PURPOSE);
        Rejection otherPurpose = refusal(() -> database.done(workspace, connection -> {
            vault.replace(secret, "other", Secret.ofText("never"));
            return secret;
        }));
        database.<Object>done(workspace, connection -> {
            vault.forget(secret);
            return secret;
        });

        assertThat(replaced).isEqualTo("the next one");
        assertThat(otherPurpose.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> use(secret, PURPOSE)).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void accountsScopeHasItsKeyFromItsFirstSecretOn() {
        Place place = bench.found();
        UUID scope = place.founder().accountId();
        database.done(
                scope,
                connection -> WorkspaceDatabase.change(
                        connection,
                        "insert into workspace (workspace_id, label, kind) values (?, 'Own', 'PERSON')",
                        scope));

        VaultRef secret = keep(scope, CLEAR);

        assertThat(use(secret, PURPOSE)).isEqualTo(CLEAR);
        assertThat(database.log(scope).toString()).contains("secret.use");
    }

    @Test
    void jsonBindingRefusesASecretAndWritesNothingOfOneInAMap() {
        Secret secret = Secret.ofText(CLEAR);

        assertThatThrownBy(() -> JsonbBuilder.create().toJson(secret))
                .rootCause()
                .hasMessage("a secret is never written as JSON");
        assertThat(JsonbBuilder.create().toJson(Map.of("token", secret))).isEqualTo("{\"token\":{}}");
    }

    @Test
    void usesOfSecretsAreNoChangesToUndo() {
        Place place = bench.found();
        bench.run(place.owner(), new CreateSavepoint("before"));
        VaultRef secret = keep(place.workspaceId(), CLEAR);
        bench.run(place.owner(), new CreateSavepoint("after"));
        database.tried(
                place.workspaceId(), connection -> vault.use(place.owner().actor(), secret, PURPOSE, VaultIT::text));

        PlanView all = bench.undo(place.owner(), new UndoTarget.Savepoint("before"));
        bench.run(place.owner(), new CreateSavepoint("last"));
        database.tried(
                place.workspaceId(), connection -> vault.use(place.owner().actor(), secret, PURPOSE, VaultIT::text));
        PlanView undone = bench.undoLast(place.owner());

        assertThat(all.status()).isEqualTo(PlanView.Status.EXECUTED);
        assertThat(undone.status()).isEqualTo(PlanView.Status.EXECUTED);
        assertThat(events.find(place.owner(), EventFilter.latest(1)).get(0).action())
                .isEqualTo("savepoint.remove");
    }

    @Test
    void nobodyHasAUseWrittenDownByAPlan() {
        Place place = bench.found();

        Rejection refusal = refusal(() -> bench.propose(place.owner(), new UseSecret(ids.get(), PURPOSE)));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void secretIsReadBackForItsPurpose() {
        UUID workspace = bench.found().workspaceId();
        VaultRef secret = keep(workspace, CLEAR);

        assertThat(use(secret, PURPOSE)).isEqualTo(CLEAR);
    }

    @Test
    void secretIsNotThereForAnotherPurposeWorkspaceOrId() {
        UUID workspace = bench.found().workspaceId();
        UUID other = bench.found().workspaceId();
        VaultRef secret = keep(workspace, CLEAR);

        assertThat(refusal(() -> use(secret, "other")).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> use(new VaultRef(other, secret.secretId()), PURPOSE))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> use(new VaultRef(workspace, ids.get()), PURPOSE))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void storedBytesDoNotContainTheSecretAndDifferEachTime() {
        UUID workspace = bench.found().workspaceId();
        VaultRef one = keep(workspace, CLEAR);
        VaultRef same = keep(workspace, CLEAR);

        String stored = stored(one);

        assertThat(stored).doesNotContain(hex(CLEAR)).doesNotContain(hex(CLEAR.substring(0, 8)));
        assertThat(stored.substring(24)).isNotEqualTo(stored(same).substring(24));
    }

    @Test
    void everyFlippedBitOfTheStoredBytesIsNoticed() {
        UUID workspace = bench.found().workspaceId();
        VaultRef secret = keep(workspace, CLEAR);
        String stored = stored(secret);
        int last = stored.length() / 2 - 1;

        for (int index : new int[] {0, 11, 12, last / 2, last}) {
            byte[] bytes = HexFormat.of().parseHex(stored);
            bytes[index] ^= 1;
            store(secret, HexFormat.of().formatHex(bytes));

            assertThat(refusal(() -> use(secret, PURPOSE)).reason())
                    .as("byte " + index)
                    .isEqualTo(Reason.SEALED);
        }
        store(secret, stored.substring(0, 40));
        assertThat(refusal(() -> use(secret, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
        store(secret, stored);
        assertThat(use(secret, PURPOSE)).isEqualTo(CLEAR);
    }

    @Test
    void secretMovedToAnotherRowDoesNotOpen() {
        UUID workspace = bench.found().workspaceId();
        VaultRef one = keep(workspace, CLEAR);
        VaultRef other = keep(workspace, "another secret");

        store(other, stored(one));

        assertThat(refusal(() -> use(other, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
    }

    @Test
    void secretAndKeyMovedToAnotherWorkspaceDoNotOpen() {
        UUID workspace = bench.found().workspaceId();
        UUID other = bench.found().workspaceId();
        VaultRef secret = keep(workspace, CLEAR);
        VaultRef moved = keep(other, "another secret");

        store(moved, stored(secret));
        Reason withoutKey = refusal(() -> use(moved, PURPOSE)).reason();
        String own = wrappedKey(other);
        String key = wrappedKey(workspace);
        ownerDatabase.in(
                other,
                connection -> WorkspaceDatabase.change(
                        connection, "update workspace_key set wrapped_key = decode(?, 'hex')", key));

        assertThat(withoutKey).isEqualTo(Reason.SEALED);
        assertThat(refusal(() -> use(moved, PURPOSE)).reason()).isEqualTo(Reason.SEALED);
        ownerDatabase.in(
                other,
                connection -> WorkspaceDatabase.change(
                        connection, "update workspace_key set wrapped_key = decode(?, 'hex')", own));
    }

    @Test
    void wrappedKeyIsNotTheKey() throws GeneralSecurityException {
        UUID workspace = bench.found().workspaceId();
        byte[] wrapped = HexFormat.of().parseHex(wrappedKey(workspace));
        byte[] stored = HexFormat.of().parseHex(stored(keep(workspace, CLEAR)));

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

    private VaultRef keep(UUID workspace, String secret) {
        return database.done(workspace, connection -> vault.keep(workspace, PURPOSE, Secret.ofText(secret)));
    }

    private String use(VaultRef ref, String purpose) {
        return database.tried(ref.workspaceId(), connection -> vault.use(WHO, ref, purpose, VaultIT::text));
    }

    private static String text(Secret secret) {
        return secret.read(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private String stored(VaultRef ref) {
        return database.tried(
                ref.workspaceId(),
                connection -> WorkspaceDatabase.text(
                        connection,
                        "select encode(ciphertext, 'hex') from secret where secret_id = ?",
                        ref.secretId()));
    }

    private void store(VaultRef ref, String hex) {
        int changed = ownerDatabase.in(
                ref.workspaceId(),
                connection -> WorkspaceDatabase.change(
                        connection,
                        "update secret set ciphertext = decode(?, 'hex') where secret_id = ?",
                        hex,
                        ref.secretId()));
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
