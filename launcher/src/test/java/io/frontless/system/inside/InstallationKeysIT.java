package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.VaultRef;
import io.frontless.keys.control.InstallationKeyRound;
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.DestroyInstallationKey;
import io.frontless.operation.InstallationKey;
import io.frontless.operation.Operation;
import io.frontless.operation.RotateInstallationKey;
import io.frontless.vault.control.ApiTokens;
import io.frontless.vault.control.InstallationKeyStore;
import io.frontless.vault.control.Passwords;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.TokenKeys;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The keys of the installation, rotated while everything that needs them goes on. */
class InstallationKeysIT extends InsideApplication {
    private static final UUID INSTALLATION = new UUID(0, 1);
    private static final String PURPOSE = "mailbox.password";

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    CommandGateway gateway;

    @Inject
    InstallationKeyRound round;

    @Inject
    TokenKeys token;

    @Inject
    InstallationKeyStore store;

    @Inject
    Passwords passwords;

    @Inject
    ApiTokens tokens;

    @Inject
    Vault vault;

    @Inject
    WorkspaceKeyQueries keys;

    @Test
    void everyKeyIsWrappedByTheNewRootKeyAndOpensAsBefore() {
        List<Place> places = new ArrayList<>();
        List<VaultRef> secrets = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            Place place = bench.found();
            places.add(place);
            secrets.add(database.done(
                    place.workspaceId(),
                    connection -> vault.keep(place.workspaceId(), PURPOSE, Secret.ofText("kept"))));
        }
        String hash = passwords.hash("a long enough password");
        int before = token.rootVersion();

        operate(new RotateInstallationKey(InstallationKey.ROOT));

        assertThat(token.rootVersion()).isEqualTo(before + 1);
        for (int count = 0; count < 3; count++) {
            Place place = places.get(count);
            VaultRef secret = secrets.get(count);
            assertThat(keys.versions(place.owner()).get(0).rootVersion()).isEqualTo(before + 1);
            assertThat(opens(place, secret)).isTrue();
        }
        assertThat(passwords.matches("a long enough password", hash)).isTrue();
    }

    @Test
    void rootKeyIsDestroyedOnlyWhereNothingNeedsItAndThenNothingNoticesIt() {
        Place place = bench.found();
        int old = token.rootVersion();
        Reason inUse = refusal(() -> gateway.operate(operator(), new DestroyInstallationKey(InstallationKey.ROOT, old)))
                .reason();
        operate(new RotateInstallationKey(InstallationKey.ROOT));

        operate(new DestroyInstallationKey(InstallationKey.ROOT, old));

        assertThat(inUse).isEqualTo(Reason.CONFLICT);
        assertThat(token.rootVersions()).doesNotContain(old);
        VaultRef secret = database.done(
                place.workspaceId(), connection -> vault.keep(place.workspaceId(), PURPOSE, Secret.ofText("kept")));
        assertThat(opens(place, secret)).isTrue();
    }

    @Test
    void passwordsOfAnOlderPepperAreCheckedAndNewOnesAreHashedByTheNewest() {
        String old = passwords.hash("a long enough password");
        int before = store.versions("pepper").get(0).version();

        operate(new RotateInstallationKey(InstallationKey.PEPPER));
        String anew = passwords.hash("a long enough password");

        assertThat(anew).startsWith(before + 1 + "$2y$10$");
        assertThat(passwords.isOutdated(old)).isTrue();
        assertThat(passwords.isOutdated(anew)).isFalse();
        assertThat(passwords.matches("a long enough password", old)).isTrue();
        assertThat(passwords.matches("a long enough password", anew)).isTrue();
        assertThat(passwords.matches("another long password", old)).isFalse();
        assertThat(passwords.matches("a long enough password", null)).isFalse();
    }

    @Test
    void tokensOfTheKeyBeforeAreStillAcceptedAndNewOnesAreOfTheNewest() {
        String old = tokens.sign(Map.of("sub", "somebody"));
        int before = token.signingVersions().get(0);

        operate(new RotateInstallationKey(InstallationKey.TOKEN));
        String anew = tokens.sign(Map.of("sub", "somebody"));

        assertThat(token.signingVersions().get(0)).isEqualTo(before + 1);
        assertThat(tokens.verify(old)).isPresent();
        assertThat(anew.substring(0, anew.indexOf('.'))).isNotEqualTo(old.substring(0, old.indexOf('.')));
        assertThat(refusal(() -> gateway.operate(operator(), new DestroyInstallationKey(InstallationKey.TOKEN, before)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void whatTheOperatorDoesIsInTheLogOfTheInstallation() {
        operate(new RotateInstallationKey(InstallationKey.TOKEN));

        List<String> log = database.log(INSTALLATION);

        assertThat(log.get(log.size() - 1)).contains("installation-key.rotate").contains("Otto Operator");
    }

    @Test
    void nobodyButTheOperatorDoesIt() {
        Place place = bench.found();
        Caller owner =
                new Caller(INSTALLATION, place.founder().actor(), place.owner().access());

        assertThat(refusal(() -> gateway.operate(owner, new RotateInstallationKey(InstallationKey.ROOT)))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(place.owner(), new RotateInstallationKey(InstallationKey.ROOT)))
                        .reason())
                .isEqualTo(Reason.DENIED);
    }

    private boolean opens(Place place, VaultRef secret) {
        return database.tried(
                place.workspaceId(),
                connection ->
                        vault.use(place.owner().actor(), secret, PURPOSE, open -> open.matches(Secret.ofText("kept"))));
    }

    /** Done when the round, which the product's own worker may be at, has kept the promise. */
    private void operate(Operation operation) {
        gateway.operate(operator(), operation);
        while (promised() > 0) {
            round.run("shared");
        }
    }

    /** As the superuser: only the worker sees the outbox. */
    private static int promised() {
        try (Connection connection = DatabaseRole.ADMINISTRATOR.connect()) {
            return Integer.parseInt(WorkspaceDatabase.text(
                    connection,
                    "select count(*) from outbox where kind = 'installation-key' and delivered_at is null"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller operator() {
        Actor actor = Actor.operator("Otto Operator");
        return new Caller(INSTALLATION, actor, Access.ofOperator());
    }
}
