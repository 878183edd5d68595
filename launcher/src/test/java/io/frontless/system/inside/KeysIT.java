package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.frontless.engine.control.CommandEngine;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.kernel.VaultRef;
import io.frontless.keys.control.ResealRound;
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.DestroyKey;
import io.frontless.operation.RotateKey;
import io.frontless.operation.ShredKeys;
import io.frontless.vault.control.KeyVersion;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A workspace's keys: rotated while its secrets are in use, destroyed when nothing needs them, and all of them at once for ever. */
class KeysIT extends InsideApplication {
    private static final Actor WHO = new Actor(Actor.Kind.CONNECTION, new UUID(0, 7), "Mailbox");
    private static final String PURPOSE = "mailbox.password";

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    Vault vault;

    @Inject
    WorkspaceKeyQueries keys;

    @Inject
    ResealRound round;

    @Inject
    CommandEngine engine;

    @Resource
    ManagedExecutorService executor;

    @Test
    void secretsOpenBeforeDuringAndAfterARotation() {
        Place place = bench.found();
        List<VaultRef> secrets = new ArrayList<>();
        for (int index = 0; index < 250; index++) {
            secrets.add(keep(place.workspaceId(), "secret " + index));
        }

        bench.run(place.owner(), new RotateKey());
        boolean between = opens(secrets.get(0), "secret 0");
        reseal(place.workspaceId());

        assertThat(between).isTrue();
        assertThat(keys.versions(place.owner()))
                .extracting(KeyVersion::version, KeyVersion::secrets)
                .containsExactly(tuple(2, 250L), tuple(1, 0L));
        for (int index = 0; index < 250; index += 25) {
            assertThat(opens(secrets.get(index), "secret " + index)).isTrue();
        }
        assertThat(opens(keep(place.workspaceId(), "new"), "new")).isTrue();
    }

    @Test
    void versionIsDestroyedOnlyOnceItSealsNothing() {
        Place place = bench.found();
        VaultRef secret = keep(place.workspaceId(), "kept");
        bench.run(place.owner(), new RotateKey());

        // Held back, so that nothing is sealed anew by the worker meanwhile.
        Reason early = database.tried(place.workspaceId(), connection -> {
            WorkspaceDatabase.texts(connection, "select secret_id from secret for update");
            boolean sealing = keys.versions(place.owner()).get(1).secrets() > 0;
            return sealing
                    ? refusal(() -> bench.propose(place.owner(), new DestroyKey(1)))
                            .reason()
                    : Reason.CONFLICT;
        });
        reseal(place.workspaceId());
        bench.run(place.owner(), new DestroyKey(1));

        assertThat(early).isEqualTo(Reason.CONFLICT);
        assertThat(keys.versions(place.owner()).get(1).destroyed()).isTrue();
        assertThat(opens(secret, "kept")).isTrue();
        assertThat(refusal(() -> bench.propose(place.owner(), new DestroyKey(1)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void onlyOwnersRotate() {
        Place place = bench.found();

        for (Role role : List.of(Role.ADMIN, Role.MEMBER, Role.VIEWER)) {
            Caller caller = place.as(role);
            assertThat(refusal(() -> bench.propose(caller, new RotateKey())).reason())
                    .as(role.key())
                    .isEqualTo(Reason.DENIED);
        }
        Actor program = Actor.apiKey(new UUID(0, 9), "Scanner");
        Caller programmed = new Caller(place.workspaceId(), program, Role.OWNER.access());
        assertThat(refusal(() -> bench.propose(programmed, new RotateKey())).reason())
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void ofRotationsAtTheSameTimeEachMakesOneVersionOrNone() throws Exception {
        Place place = bench.found();
        List<Future<Boolean>> rotations = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            rotations.add(executor.submit(() -> {
                try {
                    bench.run(place.owner(), new RotateKey());
                    return true;
                } catch (Rejection stale) {
                    return stale.reason() != Reason.CONFLICT;
                }
            }));
        }
        int done = 0;
        for (Future<Boolean> rotation : rotations) {
            done += rotation.get() ? 1 : 0;
        }

        assertThat(done).isPositive();
        assertThat(keys.versions(place.owner())).hasSize(done + 1);
        assertThat(keys.versions(place.owner()).get(0).version()).isEqualTo(done + 1);
    }

    @Test
    void destroyingAllKeysWaitsForAnotherPersonsApproval() {
        Place place = bench.found();
        VaultRef secret = keep(place.workspaceId(), "kept");

        Reason held = refusal(() -> bench.run(place.owner(), new ShredKeys())).reason();

        assertThat(held).isEqualTo(Reason.HELD);
        assertThat(opens(secret, "kept")).isTrue();
    }

    @Test
    void whatDestroyedKeysSealedNeverOpensAgain() {
        Place place = bench.found();
        Place other = bench.found();
        VaultRef secret = keep(place.workspaceId(), "lost");
        VaultRef elsewhere = keep(other.workspaceId(), "kept");
        assertThat(opens(secret, "lost")).isTrue();
        String wrapped = ownerDatabase.in(
                place.workspaceId(),
                connection ->
                        WorkspaceDatabase.text(connection, "select encode(wrapped_key, 'hex') from workspace_key"));

        database.done(
                place.workspaceId(),
                connection ->
                        engine.run(place.owner(), Bench.steps(new ShredKeys()), new CommandEngine.Cause(null, null)));

        assertThat(refusal(() -> opens(secret, "lost")).reason()).isEqualTo(Reason.SEALED);
        assertThat(refusal(() -> keep(place.workspaceId(), "new")).reason()).isEqualTo(Reason.SEALED);
        assertThat(opens(elsewhere, "kept")).isTrue();
        assertThat(everyByte(place.workspaceId())).doesNotContain(wrapped);
        bench.run(place.owner(), new RotateKey());
        reseal(place.workspaceId());
        assertThat(opens(keep(place.workspaceId(), "new"), "new")).isTrue();
        assertThat(refusal(() -> opens(secret, "lost")).reason()).isEqualTo(Reason.SEALED);
    }

    private String everyByte(UUID workspaceId) {
        return ownerDatabase.in(workspaceId, connection -> String.join("", WorkspaceDatabase.texts(connection, """
                        select to_jsonb(k)::text from workspace_key k union all select to_jsonb(s)::text from secret s
                        union all select to_jsonb(e)::text from event e
                        """)));
    }

    /** Runs rounds until nothing is left; the product's own worker may hold some of it at a moment. */
    private void reseal(UUID workspaceId) {
        while (!database.tried(workspaceId, connection -> WorkspaceDatabase.text(connection, """
                                select count(*) from secret s join workspace_key k using (workspace_id, key_version)
                                where k.wrapped_key is not null
                                  and key_version < (select max(key_version) from workspace_key)
                                """))
                .equals("0")) {
            round.run("shared");
        }
    }

    private VaultRef keep(UUID workspace, String text) {
        return database.done(workspace, connection -> vault.keep(workspace, PURPOSE, Secret.ofText(text)));
    }

    private boolean opens(VaultRef ref, String text) {
        return database.tried(
                ref.workspaceId(),
                connection -> vault.use(WHO, ref, PURPOSE, secret -> secret.matches(Secret.ofText(text))));
    }
}
